/**
 * Microsoft's own examples of the workspace's resources through our schemas, where a copy of the specifications lies
 * beside the repository. Elsewhere these tests say `skipped`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sentinelBookmark, sentinelBookmarkList, sentinelHuntingBookmarkList } from '@/lib/wire/sentinel/bookmark';
import { sentinelContentPackageList } from '@/lib/wire/sentinel/content-package';
import { sentinelDataConnector, sentinelDataConnectorList } from '@/lib/wire/sentinel/data-connector';
import { sentinelConnectorRequirements } from '@/lib/wire/sentinel/data-connector-requirements';
import {
  sentinelExpandReply,
  sentinelExpandRequest,
  sentinelInsightsReply,
  sentinelInsightsRequest,
  sentinelTimelineReply,
  sentinelTimelineRequest,
} from '@/lib/wire/sentinel/entity-page';
import { sentinelOnboardingState, sentinelOnboardingStateList } from '@/lib/wire/sentinel/onboarding-state';
import { sentinelRelation, sentinelRelationList } from '@/lib/wire/sentinel/relation';
import { sentinelSetting, sentinelSettingList } from '@/lib/wire/sentinel/setting';
import { sentinelTask, sentinelTaskList } from '@/lib/wire/sentinel/task';
import {
  sentinelIndicator,
  sentinelIndicatorList,
  sentinelIndicatorMetrics,
  sentinelIndicatorQuery,
  sentinelIndicatorRequest,
} from '@/lib/wire/sentinel/threat-intelligence';
import { sentinelWatchlist, sentinelWatchlistList, sentinelWatchlistRequest } from '@/lib/wire/sentinel/watchlist';
import { sentinelWatchlistItem, sentinelWatchlistItemList } from '@/lib/wire/sentinel/watchlist-item';

const folder = fileURLToPath(
  new URL(
    '../../../../shared/facts/specs/azure/specification/securityinsights/resource-manager/Microsoft.SecurityInsights/',
    import.meta.url,
  ),
);
const stable = 'stable/2024-03-01/examples/';
const preview = 'preview/2024-01-01-preview/examples/';

const exampleFile = z.object({
  parameters: z.record(z.string(), z.unknown()),
  responses: z.record(z.string(), z.object({ body: z.unknown() })),
});
const read = (path: string) => exampleFile.parse(JSON.parse(readFileSync(`${folder}${path}`, 'utf8')));

const replies: [string, z.ZodType][] = [
  [`${stable}incidents/tasks/IncidentTasks_List.json`, sentinelTaskList],
  [`${stable}incidents/tasks/IncidentTasks_CreateOrUpdate.json`, sentinelTask],
  [`${stable}incidents/relations/GetAllIncidentRelations.json`, sentinelRelationList],
  [`${stable}incidents/relations/CreateIncidentRelation.json`, sentinelRelation],
  [`${stable}incidents/GetAllIncidentBookmarks.json`, sentinelHuntingBookmarkList],
  [`${preview}bookmarks/GetBookmarks.json`, sentinelBookmarkList],
  [`${preview}bookmarks/CreateBookmark.json`, sentinelBookmark],
  [`${stable}watchlists/GetWatchlists.json`, sentinelWatchlistList],
  [`${stable}watchlists/CreateWatchlistAndWatchlistItems.json`, sentinelWatchlist],
  [`${stable}watchlists/GetWatchlistItems.json`, sentinelWatchlistItemList],
  [`${stable}watchlists/CreateWatchlistItem.json`, sentinelWatchlistItem],
  [`${preview}threatintelligence/GetThreatIntelligence.json`, sentinelIndicatorList],
  [`${preview}threatintelligence/QueryThreatIntelligence.json`, sentinelIndicatorList],
  [`${preview}threatintelligence/CreateThreatIntelligence.json`, sentinelIndicator],
  [`${preview}threatintelligence/CollectThreatIntelligenceMetrics.json`, sentinelIndicatorMetrics],
  [`${preview}dataConnectors/GetDataConnectors.json`, sentinelDataConnectorList],
  [`${preview}dataConnectors/GetMicrosoftThreatProtectionById.json`, sentinelDataConnector],
  [`${preview}dataConnectors/CheckRequirementsMicrosoftThreatProtection.json`, sentinelConnectorRequirements],
  [`${preview}settings/GetAllSettings.json`, sentinelSettingList],
  [`${preview}settings/GetEyesOnSetting.json`, sentinelSetting],
  [`${preview}onboardingStates/GetAllSentinelOnboardingStates.json`, sentinelOnboardingStateList],
  [`${preview}onboardingStates/GetSentinelOnboardingState.json`, sentinelOnboardingState],
  [`${preview}contentPackages/GetPackages.json`, sentinelContentPackageList],
  [`${preview}entities/expand/PostExpandEntity.json`, sentinelExpandReply],
  [`${preview}entities/timeline/PostTimelineEntity.json`, sentinelTimelineReply],
  [`${preview}entities/insights/PostGetInsights.json`, sentinelInsightsReply],
];

const bodies: [string, string, z.ZodType][] = [
  [`${stable}watchlists/CreateWatchlistAndWatchlistItems.json`, 'watchlist', sentinelWatchlistRequest],
  [
    `${preview}threatintelligence/CreateThreatIntelligence.json`,
    'ThreatIntelligenceProperties',
    sentinelIndicatorRequest,
  ],
  [
    `${preview}threatintelligence/QueryThreatIntelligence.json`,
    'ThreatIntelligenceFilteringCriteria',
    sentinelIndicatorQuery,
  ],
  [`${preview}entities/expand/PostExpandEntity.json`, 'parameters', sentinelExpandRequest],
  [`${preview}entities/timeline/PostTimelineEntity.json`, 'parameters', sentinelTimelineRequest],
  [`${preview}entities/insights/PostGetInsights.json`, 'parameters', sentinelInsightsRequest],
];

const nameOf = (path: string) => path.split('/examples/')[1] ?? path;

describe.skipIf(!existsSync(folder))("Microsoft's examples of resources", () => {
  test.each(replies.map(([path, schema]) => [nameOf(path), path, schema] as const))(
    '%s parses and loses nothing',
    (_name, path, schema) => {
      for (const [status, { body }] of Object.entries(read(path).responses)) {
        const result = schema.safeParse(body);
        expect(result.error && z.prettifyError(result.error), status).toBeUndefined();
        expect(result.data).toEqual(body);
      }
    },
  );

  test.each(bodies.map(([path, name, schema]) => [nameOf(path), path, name, schema] as const))(
    'the body of %s is one that we take',
    (_name, path, name, schema) => {
      const result = schema.safeParse(read(path).parameters[name]);
      expect(result.error && z.prettifyError(result.error)).toBeUndefined();
    },
  );
});
