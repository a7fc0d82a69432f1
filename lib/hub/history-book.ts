/** Writes down what the mirror sees change, for a bounded time. */
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { changedTexts, type SeenChange } from '@/lib/domain/incident/history';
import type { Store } from '@/lib/store/store';

/** Before and after of one reading. */
export type FaceChange = { key: string } & (
  | { system: 'defender'; before: DefenderFace; after: DefenderFace }
  | { system: 'sentinel'; before: SentinelFace; after: SentinelFace }
);

export type AlertMove = { id: string; from: string; to: string | null; at: string };

export type HistoryBook = {
  face(change: FaceChange): void;
  alert(move: AlertMove): void;
  /** Stores what was noted; to be called before what was read is stored, so that a crash loses neither. */
  save(): void;
  /** Since when this console watches (ISO 8601). */
  since(): Promise<string>;
  /** Forgets what is too old. */
  trim(): Promise<void>;
};

export type HistoryBookOptions = { store: Pick<Store, 'incidentHistory' | 'incidentLooks' | 'marks'>; now: () => Date };

const keptMs = 90 * 24 * 3_600_000;
const sinceMark = 'history/since';

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
    async since() {
      const known = await store.marks.read(sinceMark);
      if (typeof known === 'string') return known;
      const at = now().toISOString();
      await store.marks.write(sinceMark, at);
      return at;
    },
    async trim() {
      const before = new Date(now().getTime() - keptMs).toISOString();
      await store.incidentHistory.forget(before);
      await store.incidentLooks.forget(before);
      const since = await store.marks.read(sinceMark);
      if (typeof since === 'string' && since < before) await store.marks.write(sinceMark, before);
    },
  };
}
