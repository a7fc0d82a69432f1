/** A kind of resource that callers name, replace and remove: what ARM keeps besides incidents. Names ignore case. */
import type { Clock } from '@/mocks/store/clock';

/** Who did it, as Sentinel writes it. */
export type Author = {
  readonly objectId: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly userPrincipalName: string | null;
};

export type Shelved<Fields> = {
  readonly name: string;
  readonly fields: Fields;
  readonly createdAt: string;
  readonly createdBy: Author;
  readonly updatedAt: string;
  readonly updatedBy: Author;
  /** Counts up with every change; the etag is made of it. */
  readonly revision: number;
};

export type ShelfChange<Fields> = {
  readonly before: Shelved<Fields> | undefined;
  readonly after: Shelved<Fields> | undefined;
};

export type Shelf<Fields> = {
  /** The same array for as long as nothing changed, in the order they were made. */
  all(): readonly Shelved<Fields>[];
  byName(name: string): Shelved<Fields> | undefined;
  put(name: string, fields: Fields, by: Author): Shelved<Fields>;
  remove(name: string): Shelved<Fields> | undefined;
};

export function createShelf<Fields>(
  clock: Clock,
  changed: (change: ShelfChange<Fields>) => void = () => {},
): Shelf<Fields> {
  const records = new Map<string, Shelved<Fields>>();
  let listed: readonly Shelved<Fields>[] | undefined;
  return {
    all: () => {
      listed ??= [...records.values()];
      return listed;
    },
    byName: (name) => records.get(name.toLowerCase()),
    put: (name, fields, by) => {
      const before = records.get(name.toLowerCase());
      const at = clock.iso();
      const after: Shelved<Fields> = {
        name: before?.name ?? name,
        fields,
        createdAt: before?.createdAt ?? at,
        createdBy: before?.createdBy ?? by,
        updatedAt: at,
        updatedBy: by,
        revision: (before?.revision ?? 0) + 1,
      };
      records.set(name.toLowerCase(), after);
      listed = undefined;
      changed({ before, after });
      return after;
    },
    remove: (name) => {
      const before = records.get(name.toLowerCase());
      if (!before) return undefined;
      records.delete(name.toLowerCase());
      listed = undefined;
      changed({ before, after: undefined });
      return before;
    },
  };
}
