/** The workspace's resources besides incidents, rules and watchlists. */
import type { SentinelSavedSearchFields } from '@/lib/wire/sentinel/saved-search';
import type { SentinelIndicatorFields } from '@/lib/wire/sentinel/threat-intelligence';
import type { Clock } from '@/mocks/store/clock';
import type { EventBus } from '@/mocks/store/events';
import type { BookmarkFields, PlaybookRun } from '@/mocks/store/records/sentinel-resource-records';
import { createShelf, type Shelf, type Shelved } from '@/mocks/store/shelf';

export type SentinelResourceEvent =
  | { kind: 'bookmarkChanged'; before: Shelved<BookmarkFields> | undefined; after: Shelved<BookmarkFields> | undefined }
  | {
      kind: 'indicatorChanged';
      before: Shelved<SentinelIndicatorFields> | undefined;
      after: Shelved<SentinelIndicatorFields> | undefined;
    }
  | { kind: 'playbookRun'; run: PlaybookRun };

export type SentinelResources = {
  readonly bookmarks: Shelf<BookmarkFields>;
  /** Threat intelligence. */
  readonly indicators: Shelf<SentinelIndicatorFields>;
  readonly savedSearches: Shelf<SentinelSavedSearchFields>;
  /** Playbooks that somebody started by hand, the oldest first. */
  playbookRuns(): readonly PlaybookRun[];
  runPlaybook(run: PlaybookRun): void;
};

export function createSentinelResources(clock: Clock, bus: EventBus): SentinelResources {
  const runs: PlaybookRun[] = [];
  return {
    bookmarks: createShelf<BookmarkFields>(clock, (change) => bus.emit({ kind: 'bookmarkChanged', ...change })),
    indicators: createShelf<SentinelIndicatorFields>(clock, (change) =>
      bus.emit({ kind: 'indicatorChanged', ...change }),
    ),
    savedSearches: createShelf<SentinelSavedSearchFields>(clock),
    playbookRuns: () => runs,
    runPlaybook: (run) => {
      runs.push(run);
      bus.emit({ kind: 'playbookRun', run });
    },
  };
}
