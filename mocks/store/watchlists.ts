/** Sentinel's watchlists: small tables that analysts keep, read by queries and edited over REST. */
import type { EventBus } from '@/mocks/store/events';
import type { Author } from '@/mocks/store/shelf';

export type WatchlistItemRecord = {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts up with every change, from 0; the etag is made of it. */
  readonly revision?: number;
  readonly values: Readonly<Record<string, string>>;
};

export type WatchlistRecord = {
  /** The resource's name in ARM and what `_GetWatchlist()` is called with. */
  readonly alias: string;
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly provider: string;
  readonly source: string;
  readonly labels?: readonly string[];
  /** ISO 8601; `P1000Y`, for ever, when left out. */
  readonly defaultDuration?: string;
  /** Counts up with every change, from 0; the etag is made of it. */
  readonly revision?: number;
  /** The column whose value is also given as SearchKey. */
  readonly searchKey: string;
  readonly columns: readonly string[];
  readonly createdAt: string;
  readonly createdBy: Author;
  readonly updatedAt: string;
  readonly updatedBy: Author;
  readonly items: readonly WatchlistItemRecord[];
};

export type Watchlists = {
  /** The same array for as long as nothing changed. */
  all(): readonly WatchlistRecord[];
  /** In any case. */
  byAlias(alias: string): WatchlistRecord | undefined;
  /** Adds a watchlist, or replaces the one with its alias. */
  put(record: WatchlistRecord): void;
  remove(alias: string): boolean;
};

export function createWatchlists(bus: EventBus): Watchlists {
  let records: readonly WatchlistRecord[] = [];
  const byAlias = (alias: string) => records.find((record) => record.alias.toLowerCase() === alias.toLowerCase());
  return {
    all: () => records,
    byAlias,
    put: (record) => {
      const before = byAlias(record.alias);
      records = [...records.filter((known) => known !== before), record];
      bus.emit({ kind: 'watchlistPut', watchlist: record, before });
    },
    remove: (alias) => {
      const before = byAlias(alias);
      if (!before) return false;
      records = records.filter((known) => known !== before);
      bus.emit({ kind: 'watchlistRemoved', watchlist: before });
      return true;
    },
  };
}
