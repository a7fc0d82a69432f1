/** The lines of a watchlist. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type SentinelWatchlistItem,
  type SentinelWatchlistItemRequest,
  sentinelWatchlistItem,
  sentinelWatchlistItemList,
} from '@/lib/wire/sentinel/watchlist-item';

/** The lines of the watchlist with this alias. https://learn.microsoft.com/rest/api/securityinsights/watchlist-items */
export type SentinelWatchlistItems = (
  alias: string,
) => ArmCollection<SentinelWatchlistItem, SentinelWatchlistItemRequest>;

/** Items by name, a GUID of the maker's choosing. */
export const sentinelWatchlistItems =
  (call: Call, workspace: WorkspaceAddress): SentinelWatchlistItems =>
  (alias) =>
    armCollection(call, {
      path: `${securityInsightsPath(workspace, 'watchlists')}/${segment(alias)}/watchlistItems`,
      one: sentinelWatchlistItem,
      list: sentinelWatchlistItemList,
    });
