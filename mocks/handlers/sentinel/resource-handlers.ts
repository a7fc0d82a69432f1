/** What the workspace keeps besides incidents and rules: every kind of resource that Sentinel's API answers for. */
import { sentinelBookmarkHandlers } from '@/mocks/handlers/sentinel/bookmark';
import { sentinelPlaybookHandlers } from '@/mocks/handlers/sentinel/playbook';
import { sentinelRelationHandlers } from '@/mocks/handlers/sentinel/relation';
import { sentinelSavedSearchHandlers } from '@/mocks/handlers/sentinel/saved-search';
import { sentinelTaskHandlers } from '@/mocks/handlers/sentinel/task';
import { sentinelIndicatorHandlers } from '@/mocks/handlers/sentinel/threat-intelligence';
import { sentinelWatchlistHandlers } from '@/mocks/handlers/sentinel/watchlist';
import { sentinelWatchlistItemHandlers } from '@/mocks/handlers/sentinel/watchlist-item';
import type { HandlerGroup } from '@/mocks/handlers/services';

export const sentinelResourceHandlers: readonly HandlerGroup[] = [
  sentinelTaskHandlers,
  sentinelRelationHandlers,
  sentinelBookmarkHandlers,
  sentinelPlaybookHandlers,
  sentinelWatchlistHandlers,
  sentinelWatchlistItemHandlers,
  sentinelSavedSearchHandlers,
  sentinelIndicatorHandlers,
];
