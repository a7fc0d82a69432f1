/** Since when the systems disagree, kept through a restart: a difference of yesterday is not one that has just begun. */
import type { SyncedField } from '@/lib/domain/incident/incident';
import type { Store } from '@/lib/store/store';

/** Field → since when the systems disagree about it, ISO 8601 UTC. */
export type Differences = Partial<Record<SyncedField, string>>;

export type DifferenceBook = {
  of(key: string): Differences;
  /** No fields: they agree. */
  note(key: string, since: Differences): void;
  keys(): string[];
  /** What an earlier run knew. */
  restore(): Promise<void>;
  /** Stores what changed since the last time. */
  save(): Promise<void>;
};

const mark = 'differences';

/** Guaranteed by `save`, which alone writes the mark. */
function asEntries(stored: unknown): [string, Differences][] {
  return (stored ?? []) as [string, Differences][];
}

/** Changes are in memory until `save`. */
export function createDifferenceBook(marks: Store['marks']): DifferenceBook {
  const since = new Map<string, Differences>();
  let changed = false;

  return {
    of: (key) => since.get(key) ?? {},
    note(key, differences) {
      const before = since.get(key);
      if (JSON.stringify(before ?? {}) === JSON.stringify(differences)) return;
      changed = true;
      if (Object.keys(differences).length === 0) since.delete(key);
      else since.set(key, differences);
    },
    keys: () => [...since.keys()],
    async restore() {
      for (const [key, differences] of asEntries(await marks.read(mark))) since.set(key, differences);
    },
    async save() {
      if (!changed) return;
      changed = false;
      await marks.write(mark, [...since]);
    },
  };
}
