/** Watchlists: small tables that analysts keep and queries read. They are addressed by alias. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';

import {
  type SentinelWatchlist,
  type SentinelWatchlistRequest,
  sentinelWatchlist,
  sentinelWatchlistList,
} from '@/lib/wire/sentinel/watchlist';

/** https://learn.microsoft.com/rest/api/securityinsights/watchlists */
export type SentinelWatchlists = ArmCollection<SentinelWatchlist, SentinelWatchlistRequest>;

/** Making one with a file of items takes time: ask for its `provisioningState`. */
export const sentinelWatchlists = (call: Call, workspace: WorkspaceAddress): SentinelWatchlists =>
  armCollection(call, {
    path: securityInsightsPath(workspace, 'watchlists'),
    one: sentinelWatchlist,
    list: sentinelWatchlistList,
  });
