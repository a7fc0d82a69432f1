/** A watchlist and its items as Azure Resource Manager sends them. */
import type { SentinelWatchlist } from '@/lib/wire/sentinel/watchlist';
import type { SentinelWatchlistItem } from '@/lib/wire/sentinel/watchlist-item';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { Author } from '@/mocks/store/shelf';
import type { WatchlistItemRecord, WatchlistRecord } from '@/mocks/store/watchlists';

const userInfo = ({ objectId, email, name }: Author) => ({ objectId, email, name });

export function sentinelWatchlistFace(watchlist: WatchlistRecord): SentinelWatchlist {
  return {
    id: sentinelResourceId('Watchlists', watchlist.alias),
    name: watchlist.alias,
    type: 'Microsoft.SecurityInsights/Watchlists',
    etag: etagOf(watchlist.revision ?? 0, watchlist.updatedAt),
    properties: {
      watchlistId: watchlist.id,
      displayName: watchlist.displayName,
      provider: watchlist.provider,
      source: watchlist.source,
      sourceType: 'Local',
      created: watchlist.createdAt,
      updated: watchlist.updatedAt,
      createdBy: userInfo(watchlist.createdBy),
      updatedBy: userInfo(watchlist.updatedBy),
      description: watchlist.description,
      watchlistType: 'watchlist',
      watchlistAlias: watchlist.alias,
      itemsSearchKey: watchlist.searchKey,
      isDeleted: false,
      labels: [...(watchlist.labels ?? [])],
      defaultDuration: watchlist.defaultDuration ?? 'P1000Y',
      tenantId: tenantIds.tenantId,
      // Uploads of the size that comes inline are done when the answer is.
      provisioningState: 'Succeeded',
    },
  };
}

export function sentinelWatchlistItemFace(
  watchlist: WatchlistRecord,
  item: WatchlistItemRecord,
): SentinelWatchlistItem {
  return {
    id: sentinelResourceId(`Watchlists/${watchlist.alias}/WatchlistItems`, item.id),
    name: item.id,
    type: 'Microsoft.SecurityInsights/Watchlists/WatchlistItems',
    etag: etagOf(item.revision ?? 0, item.updatedAt),
    properties: {
      watchlistItemType: 'watchlist-item',
      watchlistItemId: item.id,
      tenantId: tenantIds.tenantId,
      isDeleted: false,
      created: item.createdAt,
      updated: item.updatedAt,
      createdBy: userInfo(watchlist.createdBy),
      updatedBy: userInfo(watchlist.updatedBy),
      itemsKeyValue: item.values,
      entityMapping: {},
    },
  };
}
