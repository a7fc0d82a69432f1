/** Bookmarks: rows of hunts that somebody wanted to keep. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';

import {
  type SentinelBookmark,
  type SentinelBookmarkRequest,
  sentinelBookmark,
  sentinelBookmarkList,
} from '@/lib/wire/sentinel/bookmark';

/** https://learn.microsoft.com/rest/api/securityinsights/bookmarks */
export type SentinelBookmarks = ArmCollection<SentinelBookmark, SentinelBookmarkRequest>;

/** Bookmarks by name, a GUID of the maker's choosing. */
export const sentinelBookmarks = (call: Call, workspace: WorkspaceAddress): SentinelBookmarks =>
  armCollection(call, {
    path: securityInsightsPath(workspace, 'bookmarks'),
    one: sentinelBookmark,
    list: sentinelBookmarkList,
  });
