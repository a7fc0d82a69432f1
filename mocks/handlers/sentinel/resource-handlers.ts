/** What the workspace keeps besides incidents and rules: every kind of resource that Sentinel's API answers for. */
import { sentinelBookmarkHandlers } from '@/mocks/handlers/sentinel/bookmark';
import { sentinelContentPackageHandlers } from '@/mocks/handlers/sentinel/content-package';
import { sentinelDataConnectorHandlers } from '@/mocks/handlers/sentinel/data-connector';
import { sentinelDataConnectorRequirementsHandlers } from '@/mocks/handlers/sentinel/data-connector-requirements';
import { sentinelEntityPageHandlers } from '@/mocks/handlers/sentinel/entity-page';
import { sentinelOnboardingStateHandlers } from '@/mocks/handlers/sentinel/onboarding-state';
import { sentinelPlaybookHandlers } from '@/mocks/handlers/sentinel/playbook';
import { sentinelRelationHandlers } from '@/mocks/handlers/sentinel/relation';
import { sentinelSavedSearchHandlers } from '@/mocks/handlers/sentinel/saved-search';
import { sentinelSettingHandlers } from '@/mocks/handlers/sentinel/setting';
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
  sentinelDataConnectorHandlers,
  sentinelDataConnectorRequirementsHandlers,
  sentinelSettingHandlers,
  sentinelOnboardingStateHandlers,
  sentinelContentPackageHandlers,
  sentinelEntityPageHandlers,
];
