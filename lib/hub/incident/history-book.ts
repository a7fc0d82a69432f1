/** Writes down what the mirror sees change, for a bounded time. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { changedTexts, type SeenChange } from '@/lib/domain/incident/history';
import type { Store } from '@/lib/store/store';

/** Before and after of one reading. */
export type FaceChange = { key: string } & (
  | { system: 'defender'; before: DefenderFace; after: DefenderFace }
  | { system: 'sentinel'; before: SentinelFace; after: SentinelFace }
);

/** `to` null: the alert is in no incident any more. `at` is Microsoft's time of change. */
export type AlertMove = { id: string; from: string; to: string | null; at: string };

export type HistoryBook = {
  face(change: FaceChange): void;
  alert(move: AlertMove): void;
  /** Stores what was noted; to be called before what was read is stored, so that a crash loses neither. */
  save(): void;
  /** Forgets what is too old. */
  trim(): Promise<void>;
};

/** `now` stamps when a change was seen. */
export type HistoryBookOptions = { store: Pick<Store, 'incidentHistory' | 'incidentLooks'>; now: () => Date };

/** How long what was seen is kept. */
export const keptMs = 90 * 24 * 3_600_000;

/** What was noted and not saved yet is lost with the process, and noted again by the next reading. */
export function createHistoryBook({ store, now }: HistoryBookOptions): HistoryBook {
  let noted: SeenChange[] = [];

  return {
    face({ key, system, before, after }) {
      const syncedAt = now().toISOString();
      const rest = {
        key,
        system,
        version: after.updatedAt,
        by: after.modifiedBy,
        changedAt: after.updatedAt,
        syncedAt,
      };
      for (const texts of changedTexts(before, after)) noted.push({ ...rest, ...texts, alertIds: [] });
      if (system !== 'defender' || before.redirectedTo === after.redirectedTo) return;
      noted.push({ ...rest, what: 'merge', from: before.redirectedTo, to: after.redirectedTo, alertIds: [] });
    },
    alert({ id, from, to, at }) {
      for (const key of to === null ? [from] : [from, to]) {
        const version = `${at} ${id}`;
        const change = { key, system: 'defender', what: 'alerts', version, from, to, by: null } as const;
        noted.push({ ...change, changedAt: at, syncedAt: now().toISOString(), alertIds: [id] });
      }
    },
    save() {
      if (noted.length === 0) return;
      const changes = noted;
      noted = [];
      store.incidentHistory.add(changes).catch((error: unknown) => {
        // They are noted again with the next ones: the same change stored twice is one.
        noted = [...changes, ...noted];
        console.error('onequeue: what changed could not be written down', error);
      });
    },
    async trim() {
      // By the latest change and not by our own clock, which may not know Microsoft's time yet.
      const newest = await store.incidentHistory.newest();
      if (newest === null) return;
      const before = new Date(Date.parse(newest) - keptMs).toISOString();
      await store.incidentHistory.forget(before);
      await store.incidentLooks.forget(before);
    },
  };
}
