/** The workspace's resources besides incidents, rules and watchlists. */
import type { SentinelDataConnectorFields } from '@/lib/wire/sentinel/data-connector';
import type { SentinelSavedSearchFields } from '@/lib/wire/sentinel/saved-search';
import type { SentinelIndicatorFields } from '@/lib/wire/sentinel/threat-intelligence';
import { type CompanySolution, companyConnectors, companySolutions } from '@/mocks/company/sentinel-content';
import type { Alerts } from '@/mocks/store/alerts';
import type { Clock } from '@/mocks/store/clock';
import { createEntityIndex, type EntityIndex } from '@/mocks/store/entity-index';
import type { EventBus } from '@/mocks/store/events';
import type { PlaybookRun } from '@/mocks/store/records/playbook-record';
import type { BookmarkFields } from '@/mocks/store/records/sentinel-resource-records';
import type { SentinelSettingFields } from '@/mocks/store/records/sentinel-setting-record';
import { createShelf, type Shelf, type ShelfChange, type Shelved } from '@/mocks/store/shelf';

export type SentinelResourceEvent =
  | { kind: 'bookmarkChanged'; before: Shelved<BookmarkFields> | undefined; after: Shelved<BookmarkFields> | undefined }
  | {
      kind: 'indicatorChanged';
      before: Shelved<SentinelIndicatorFields> | undefined;
      after: Shelved<SentinelIndicatorFields> | undefined;
    }
  | ({ kind: 'dataConnectorChanged' } & ShelfChange<SentinelDataConnectorFields>)
  | ({ kind: 'settingChanged' } & ShelfChange<SentinelSettingFields>)
  | { kind: 'playbookRun'; run: PlaybookRun };

export type SentinelResources = {
  /** The entities of all alerts. */
  readonly entities: EntityIndex;
  /** What is installed from the content hub. */
  readonly solutions: readonly CompanySolution[];
  readonly bookmarks: Shelf<BookmarkFields>;
  /** Threat intelligence. */
  readonly indicators: Shelf<SentinelIndicatorFields>;
  readonly savedSearches: Shelf<SentinelSavedSearchFields>;
  readonly dataConnectors: Shelf<SentinelDataConnectorFields>;
  readonly settings: Shelf<SentinelSettingFields>;
  /** Sentinel is on in the workspace when there is one called `default`. */
  readonly onboardingStates: Shelf<{ readonly customerManagedKey: boolean }>;
  /** Playbooks that somebody started by hand, the oldest first. */
  playbookRuns(): readonly PlaybookRun[];
  runPlaybook(run: PlaybookRun): void;
};

export function createSentinelResources(clock: Clock, alerts: Alerts, bus: EventBus): SentinelResources {
  const runs: PlaybookRun[] = [];
  return {
    entities: createEntityIndex(alerts, bus),
    solutions: companySolutions,
    bookmarks: createShelf<BookmarkFields>(clock, (change) => bus.emit({ kind: 'bookmarkChanged', ...change })),
    indicators: createShelf<SentinelIndicatorFields>(clock, (change) =>
      bus.emit({ kind: 'indicatorChanged', ...change }),
    ),
    savedSearches: createShelf<SentinelSavedSearchFields>(clock),
    dataConnectors: createShelf<SentinelDataConnectorFields>(clock, (change) =>
      bus.emit({ kind: 'dataConnectorChanged', ...change }),
    ),
    settings: createShelf<SentinelSettingFields>(clock, (change) => bus.emit({ kind: 'settingChanged', ...change })),
    onboardingStates: createShelf<{ readonly customerManagedKey: boolean }>(clock),
    playbookRuns: () => runs,
    runPlaybook: (run) => {
      runs.push(run);
      bus.emit({ kind: 'playbookRun', run });
    },
  };
}

/** Kinds of connector that only preview versions of the API know. */
export const previewConnectorKinds: readonly string[] = companyConnectors.flatMap(({ kind, preview }) =>
  preview ? kind : [],
);
