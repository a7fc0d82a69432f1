/** Sentinel's watchlists: small tables that analysts keep, read by queries and edited over REST. */
import type { Actor, EventBus } from '@/mocks/store/events';

export type WatchlistItemRecord = {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
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
  /** The column whose value is also given as SearchKey. */
  readonly searchKey: string;
  readonly columns: readonly string[];
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly updatedAt: string;
  readonly updatedBy: Actor;
  readonly items: readonly WatchlistItemRecord[];
};

export type Watchlists = {
  /** The same array for as long as nothing changed. */
  all(): readonly WatchlistRecord[];
  byAlias(alias: string): WatchlistRecord | undefined;
  /** Adds a watchlist, or replaces the one with its alias. */
  put(record: WatchlistRecord): void;
  remove(alias: string): boolean;
};

export function createWatchlists(bus: EventBus): Watchlists {
  let records: readonly WatchlistRecord[] = [];
  const byAlias = (alias: string) => records.find((record) => record.alias === alias);
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
