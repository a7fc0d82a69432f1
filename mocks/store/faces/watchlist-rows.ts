/**
 * `Watchlist`: a row for the list and one for every item, written again at every change, the last one telling whether
 * it still exists. https://learn.microsoft.com/azure/azure-monitor/reference/tables/watchlist
 */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { WatchlistItemRecord, WatchlistRecord } from '@/mocks/store/watchlists';

type Status = 'Create' | 'Update' | 'Delete';

export function watchlistRows(watchlist: WatchlistRecord, before: WatchlistRecord | undefined, at: string): LogBatch {
  const status = before ? 'Update' : 'Create';
  const known = new Map(before?.items.map((item) => [item.id, item]));
  const kept = new Set(watchlist.items.map((item) => item.id));
  const changed = watchlist.items.filter((item) => known.get(item.id) !== item);
  const gone = (before?.items ?? []).filter((item) => !kept.has(item.id));
  return {
    table: 'Watchlist',
    rows: [
      listRow(watchlist, status, at),
      ...changed.map((item) => itemRow(watchlist, item, known.has(item.id) ? 'Update' : 'Create', at)),
      ...gone.map((item) => itemRow(watchlist, item, 'Delete', at)),
    ],
  };
}

export const removedWatchlistRows = (watchlist: WatchlistRecord, at: string): LogBatch => ({
  table: 'Watchlist',
  rows: [listRow(watchlist, 'Delete', at), ...watchlist.items.map((item) => itemRow(watchlist, item, 'Delete', at))],
});

const common = (watchlist: WatchlistRecord, status: Status, at: string): LogRow => ({
  TimeGenerated: at,
  AzureTenantId: tenantIds.tenantId,
  CreatedBy: { name: watchlist.createdBy.name },
  UpdatedBy: { name: watchlist.updatedBy.name },
  DefaultDuration: watchlist.defaultDuration ?? 'P1000Y',
  _DTItemStatus: status,
  _DTTimestamp: at,
  Provider: watchlist.provider,
  Source: watchlist.source,
  SourceSystem: 'Azure Sentinel',
  WatchlistAlias: watchlist.alias,
  WatchlistId: watchlist.id,
  WatchlistName: watchlist.displayName,
});

const listRow = (watchlist: WatchlistRecord, status: Status, at: string): LogRow => ({
  ...common(watchlist, status, at),
  _DTItemId: watchlist.id,
  _DTItemType: 'watchlist',
  CreatedTimeUTC: watchlist.createdAt,
  LastUpdatedTimeUTC: watchlist.updatedAt,
  Notes: watchlist.description,
});

const itemRow = (watchlist: WatchlistRecord, item: WatchlistItemRecord, status: Status, at: string): LogRow => ({
  ...common(watchlist, status, at),
  _DTItemId: item.id,
  _DTItemType: 'watchlist-item',
  CreatedTimeUTC: item.createdAt,
  LastUpdatedTimeUTC: item.updatedAt,
  SearchKey: item.values[watchlist.searchKey] ?? '',
  WatchlistItem: item.values,
  WatchlistItemId: item.id,
});
