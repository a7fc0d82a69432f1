/**
 * What becomes of the keys when browser and server compare theirs. The browser's copy works at once and without a server;
 * what both last agreed on tells whether somebody chose here, or elsewhere, since. Pure.
 */
import type { KeyMap } from '@/components/ui/key-map';
import { type ChosenKeys, sameChoices } from '@/lib/domain/session/chosen-keys';

/** What this browser and the server last agreed on, and for whom; `updatedAt` null: that nothing was chosen. */
export type AgreedKeys = { person: string; map: KeyMap; updatedAt: string | null };

export type KeySettlement =
  | { kind: 'agreed'; agreed: AgreedKeys }
  /** The server's are used here from now on. */
  | { kind: 'adopt'; agreed: AgreedKeys }
  | { kind: 'send'; seen: string | null };

export function settleKeys({
  person,
  mine,
  agreed,
  kept,
}: {
  /** User principal name of who looks. */
  person: string;
  /** The map that works in this browser. */
  mine: KeyMap;
  /** Null when this browser never agreed with a server. */
  agreed: AgreedKeys | null;
  /** What the server keeps; null when it keeps nothing. */
  kept: ChosenKeys | null;
}): KeySettlement {
  const theirs: AgreedKeys = { person, map: kept?.map ?? {}, updatedAt: kept?.updatedAt ?? null };
  const took = (): KeySettlement =>
    sameChoices(mine, theirs.map) ? { kind: 'agreed', agreed: theirs } : { kind: 'adopt', agreed: theirs };
  // Somebody else used this browser: their keys are not mine.
  if (agreed !== null && agreed.person.toLowerCase() !== person.toLowerCase()) return took();
  // Chosen here before there was a server to keep them.
  if (agreed === null) return kept === null && !sameChoices(mine, {}) ? { kind: 'send', seen: null } : took();
  return sameChoices(mine, agreed.map) || sameChoices(mine, theirs.map)
    ? took()
    : { kind: 'send', seen: agreed.updatedAt };
}
