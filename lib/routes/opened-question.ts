/** What a queue asks for when it is opened by an address: over the view that it names, else over the analyst's default. */
import type { SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';
import { type QueueQuestion, type QueueSearch, questionOf, type queueAddress } from '@/lib/routes/queue-search';

/** One queue, as far as opening it needs to know. */
export type OpenedQueue = {
  noun: ViewNoun;
  address: ReturnType<typeof queueAddress>;
  /** What it asks for without a view. */
  start: QueueQuestion;
  /** Views that come with the console. */
  standing: readonly { id: string; search: string }[];
};

/** `saved` is undefined while nobody knows which views there are. */
export function openedQuestion(
  { noun, address, start, standing }: OpenedQueue,
  search: QueueSearch,
  saved: SavedViews | undefined,
): QueueQuestion {
  const bare = search.q === null && search.sort === null && search.group === null;
  const id = search.view ?? (bare ? saved?.defaults[noun] : null);
  const view = [...standing, ...(saved?.views ?? [])].find((known) => known.id === id);
  return questionOf(search, view === undefined ? null : address.load(view.search), start);
}
