/**
 * The queue in memory: what each system last said, merged into one incident each, with the journal's commands painted
 * over. Browsers read from here, so nothing an analyst does waits for Microsoft.
 */
import { alertOfKey } from '@/lib/domain/alert/alert-command';
import type { Command } from '@/lib/domain/incident/command';
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import type { Incident, SyncedField } from '@/lib/domain/incident/incident';
import { disagreements, type Faces, mergeFaces } from '@/lib/domain/incident/merge';
import { paintMerge } from '@/lib/domain/incident/paint';
import { type ChangeCommand, withSync } from '@/lib/domain/incident/sync-state';
import type { System } from '@/lib/domain/source/source';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { HistoryBook } from '@/lib/hub/incident/history-book';
import type { DifferenceBook, Differences } from '@/lib/hub/journal/difference-book';
import type { AlertIndex } from '@/lib/hub/mirror/alert-index';
import { type AlertIntake, createAlertIntake } from '@/lib/hub/mirror/alert-intake';
import { createFaceIndex, type FaceIndex } from '@/lib/hub/mirror/face-index';

export type Mirror = AlertIntake &
  Pick<FaceIndex, 'keyOfName' | 'keyOfNumber'> & {
    putDefender(faces: readonly DefenderFace[]): void;
    putSentinel(faces: readonly SentinelFace[]): void;
    /** The system has these no more: they are shown as the other system has them, or not at all. */
    remove(system: System, ids: readonly string[]): void;
    /** Recomputes an incident (or an alert) at the next `flush`: its commands or the time changed. */
    touch(key: string): void;
    /** The incidents that look different since the last flush, and the keys that are gone. */
    flush(): { upserts: Incident[]; removed: string[] };
    all(): Incident[];
    get(key: string): Incident | undefined;
    faces(key: string): Faces | null;
    /** Incidents on which the systems differ; their state changes with time alone. */
    differing(): string[];
  };

export type MirrorOptions = {
  now: () => Date;
  commandsOf: (key: string) => readonly ChangeCommand[];
  /** The merge with which an incident is about to end. */
  mergeOf: (key: string) => Pick<Command, 'id' | 'createdAt'> | undefined;
  /** The alerts themselves; an incident only counts them. */
  alertMirror: AlertMirror;
  alerts: Pick<AlertIndex, 'put' | 'summary' | 'recount'>;
  /** Is told what differs from one reading to the next. */
  book: Pick<HistoryBook, 'face' | 'alert'>;
  differences: Pick<DifferenceBook, 'of' | 'note' | 'keys'>;
};

export function createMirror(options: MirrorOptions): Mirror {
  const { now, commandsOf, mergeOf, alertMirror, alerts, book, differences } = options;
  const faces = createFaceIndex();
  const incidents = new Map<string, Incident>();
  const dirty = new Set<string>();
  const removed = new Set<string>();

  /** When each present disagreement was first seen. */
  function noteDifferences(key: string, current: Faces): Differences {
    const fields = disagreements(current);
    const before = differences.of(key);
    const at = now().toISOString();
    // A time to come was noted before Microsoft's clock was known.
    const isToCome = (field: SyncedField) => (before[field] ?? at) > at;
    const since = Object.fromEntries(fields.map((field) => [field, isToCome(field) ? at : (before[field] ?? at)]));
    differences.note(key, since);
    return since;
  }

  function compute(key: string, current: Faces): Incident {
    const merged = mergeFaces(current, alerts.summary(key));
    const synced = withSync(merged, current, commandsOf(key), noteDifferences(key, current), now());
    const merge = mergeOf(key);
    return merge === undefined ? synced : paintMerge(synced, { id: merge.id, since: merge.createdAt });
  }

  /** The incident if it looks different now. */
  function refresh(key: string): Incident[] {
    const current = faces.of(key);
    if (current === null) return [];
    const incident = compute(key, current);
    const before = incidents.get(key);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(incident)) return [];
    incidents.set(key, incident);
    return [incident];
  }

  return {
    ...createAlertIntake({ alertMirror, index: alerts, book, changed: (key) => dirty.add(key) }),
    putDefender(list) {
      for (const face of list) {
        const key = face.copy.id;
        const before = faces.of(key)?.defender ?? null;
        if (!faces.putDefender(face)) continue;
        dirty.add(key);
        if (before !== null) book.face({ key, system: 'defender', before, after: face });
      }
    },
    putSentinel(list) {
      for (const face of list) {
        const before = faces.of(faces.keyOfName(face.copy.name) ?? '')?.sentinel ?? null;
        const placed = faces.putSentinel(face);
        if (placed === null) continue;
        dirty.add(placed.key);
        if (before !== null) book.face({ key: placed.key, system: 'sentinel', before, after: face });
        // It was Sentinel's own and Defender has adopted it: the same incident goes on under Defender's number.
        if (placed.left !== null) removed.add(placed.left);
      }
    },
    remove(system, ids) {
      for (const id of ids) {
        const key = system === 'defender' ? faces.removeDefender(id) : faces.removeSentinel(id);
        if (key === null) continue;
        if (faces.of(key) === null) removed.add(key);
        else dirty.add(key);
      }
    },
    touch(key) {
      const alert = alertOfKey(key);
      if (alert === null) dirty.add(key);
      else alertMirror.touch(alert);
    },
    flush() {
      const upserts = [...dirty].flatMap(refresh);
      const gone = [...removed].filter((key) => incidents.delete(key));
      dirty.clear();
      removed.clear();
      return { upserts, removed: gone };
    },
    all: () => [...incidents.values()],
    get: (key) => incidents.get(key),
    faces: faces.of,
    keyOfName: faces.keyOfName,
    keyOfNumber: faces.keyOfNumber,
    differing: differences.keys,
  };
}
