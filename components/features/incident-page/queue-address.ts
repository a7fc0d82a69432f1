/**
 * Where the analyst came from: the queue's last address in this tab's history, with its filter and sort. Features don't
 * import each other, and an address says all there is to know about the queue.
 */
import { openedIncidents } from '@/components/vocabulary/incident-views';
import type { Incident } from '@/lib/domain/incident/incident';
import type { QueueAsker, QueueNoun } from '@/lib/domain/queue/queue-field';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import { readQuery } from '@/lib/domain/queue/read-query';
import type { SavedViews } from '@/lib/domain/queue/saved-view';
import { sortRows } from '@/lib/domain/queue/sort-rows';
import { incidentsAddress } from '@/lib/routes/incidents-search';
import { openedQuestion } from '@/lib/routes/opened-question';
import { incidentsPath } from '@/lib/routes/paths';
import type { QueueSearch } from '@/lib/routes/queue-search';

type Entry = { readonly url: string | null; readonly index: number };
type History = { entries(): readonly Entry[]; readonly currentEntry: Entry | null };

/** The Navigation API came to browsers one after the other, so its absence is normal. */
function historyOf(scope: typeof globalThis): History | null {
  return 'navigation' in scope ? scope.navigation : null;
}

const memory = 'onequeue-queue-search';

/**
 * The queue as it was last seen, or as it starts when this tab never showed it. After a reload the browser hides the
 * addresses of earlier documents (our referrer policy wants that), so what was found once is kept for the tab.
 */
export function lastQueueSearch(
  history: History | null = historyOf(globalThis),
  remembered: string | null = sessionStorage.getItem(memory),
): QueueSearch {
  const here = history?.currentEntry?.index ?? 0;
  const seen = (history?.entries() ?? []).findLast(
    (entry) => entry.index < here && entry.url !== null && new URL(entry.url).pathname === incidentsPath(),
  );
  const search = seen?.url == null ? (remembered ?? '') : new URL(seen.url).search;
  return incidentsAddress.load(search);
}

/** Whether the step back in this tab's history leads to exactly that address: then going back beats opening it anew. */
export function isOneStepBack(address: string, history: History | null = historyOf(globalThis)): boolean {
  const here = history?.currentEntry?.index ?? 0;
  const before = history?.entries().find((entry) => entry.index === here - 1)?.url ?? null;
  if (before === null) return false;
  const url = new URL(before);
  return `${url.pathname}${url.search}` === address;
}

export function rememberQueue(search: QueueSearch): void {
  sessionStorage.setItem(memory, incidentsAddress.print({ ...search, row: null }));
}

/** The address of the queue with its cursor on an incident. */
export function queueAddress(search: QueueSearch, key: string): string {
  return incidentsPath(incidentsAddress.print({ ...search, row: key }));
}

export type Neighbours = { previous: string | null; next: string | null; position: number | null; count: number };

/** Who stands above and below an incident in the queue. An incident that the filter hides has no neighbours. */
export function neighbours(
  incidents: readonly Incident[],
  search: QueueSearch,
  key: string,
  { noun, asker, saved }: { noun: QueueNoun<Incident>; asker: QueueAsker; saved: SavedViews | undefined },
): Neighbours {
  const { text, sort } = openedQuestion(openedIncidents, search, saved);
  const matches = queueMatcher(readQuery(text, noun.fields).query, noun, asker);
  const shown = sortRows(incidents.filter(matches), sort, noun);
  const at = shown.findIndex((incident) => incident.key === key);
  if (at === -1) return { previous: null, next: null, position: null, count: shown.length };
  return {
    previous: shown[at - 1]?.key ?? null,
    next: shown[at + 1]?.key ?? null,
    position: at + 1,
    count: shown.length,
  };
}
