/** The workspace's resources besides incidents, rules and watchlists. */
import type { Clock } from '@/mocks/store/clock';
import type { EventBus } from '@/mocks/store/events';
import type { BookmarkFields, PlaybookRun } from '@/mocks/store/records/sentinel-resource-records';
import { createShelf, type Shelf, type Shelved } from '@/mocks/store/shelf';

export type SentinelResourceEvent =
  | { kind: 'bookmarkChanged'; before: Shelved<BookmarkFields> | undefined; after: Shelved<BookmarkFields> | undefined }
  | { kind: 'playbookRun'; run: PlaybookRun };

export type SentinelResources = {
  readonly bookmarks: Shelf<BookmarkFields>;
  /** Playbooks that somebody started by hand, the oldest first. */
  playbookRuns(): readonly PlaybookRun[];
  runPlaybook(run: PlaybookRun): void;
};

export function createSentinelResources(clock: Clock, bus: EventBus): SentinelResources {
  const runs: PlaybookRun[] = [];
  return {
    bookmarks: createShelf<BookmarkFields>(clock, (change) => bus.emit({ kind: 'bookmarkChanged', ...change })),
    playbookRuns: () => runs,
    runPlaybook: (run) => {
      runs.push(run);
      bus.emit({ kind: 'playbookRun', run });
    },
  };
}
