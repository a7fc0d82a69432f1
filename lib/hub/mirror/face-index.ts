/** Both systems' views by the key of the incident they belong to, and by Sentinel's own names for it. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { type Faces, incidentKey } from '@/lib/domain/incident/merge';

export type FaceIndex = {
  /** False when a newer view is known already: a slow reply must not undo it. */
  putDefender(face: DefenderFace): boolean;
  /** The key it is listed under, and the key that it left, if it did. Null when a newer view is known already. */
  putSentinel(face: SentinelFace): { key: string; left: string | null } | null;
  /** The system has it no more. The key that it was listed under; null when it was not known. */
  removeDefender(id: string): string | null;
  removeSentinel(name: string): string | null;
  of(key: string): Faces | null;
  keyOfName(name: string): string | undefined;
  keyOfNumber(number: number): string | undefined;
};

const keyOf = (sentinel: SentinelFace) => incidentKey({ defender: null, sentinel });

export function createFaceIndex(): FaceIndex {
  const defenders = new Map<string, DefenderFace>();
  const sentinels = new Map<string, SentinelFace>();
  const nameOfKey = new Map<string, string>();
  const keyOfNumber = new Map<number, string>();
  return {
    putDefender(face) {
      const before = defenders.get(face.copy.id);
      if (before !== undefined && before.updatedAt > face.updatedAt) return false;
      defenders.set(face.copy.id, face);
      return true;
    },
    putSentinel(face) {
      const before = sentinels.get(face.copy.name);
      if (before !== undefined && before.updatedAt > face.updatedAt) return null;
      const key = keyOf(face);
      const left = before === undefined || keyOf(before) === key ? null : keyOf(before);
      if (left !== null) nameOfKey.delete(left);
      sentinels.set(face.copy.name, face);
      nameOfKey.set(key, face.copy.name);
      keyOfNumber.set(face.copy.number, key);
      return { key, left };
    },
    removeDefender: (id) => (defenders.delete(id) ? id : null),
    removeSentinel(name) {
      const face = sentinels.get(name);
      if (face === undefined) return null;
      const key = keyOf(face);
      sentinels.delete(name);
      keyOfNumber.delete(face.copy.number);
      if (nameOfKey.get(key) === name) nameOfKey.delete(key);
      return key;
    },
    of(key) {
      const defender = defenders.get(key);
      const sentinel = sentinels.get(nameOfKey.get(key) ?? '') ?? null;
      if (defender !== undefined) return { defender, sentinel };
      return sentinel === null ? null : { defender: null, sentinel };
    },
    keyOfName(name) {
      const face = sentinels.get(name);
      return face === undefined ? undefined : keyOf(face);
    },
    keyOfNumber: (number) => keyOfNumber.get(number),
  };
}
