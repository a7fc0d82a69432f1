/** A queue's address as state: what is asked for, over the view and over what the queue starts with. */
'use client';
import { debounce, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { KnownViews } from '@/components/queue/views/use-saved-views';
import type { SavedView, SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';
import {
  type QueueQuestion,
  type QueueSearch,
  type QueueSearchChange,
  type QueueSearchParsers,
  questionOf,
  type queueAddress,
} from '@/lib/routes/queue-search';

/** A view that comes with the console. */
export type StandingView = { id: string; name: string; search: string; hint: string };

export type OpenView = { id: string; name: string; saved: SavedView | null; search: QueueSearch };

export type QueueAddress = {
  search: QueueSearch;
  question: QueueQuestion;
  /** The view that the address names, or the analyst's default one when it names nothing at all. */
  view: OpenView | null;
  /** Whether the address asks for something else than its view. */
  edited: boolean;
  /** `quick` is for what is typed: the address follows after a pause and without an entry in the history. */
  ask: (change: Partial<QueueQuestion>, quick?: boolean) => void;
  openView: (id: string | null) => void;
  setRow: (key: string | null) => void;
  /**
   * Resolves when nothing waits to be written. Whoever leaves the page has to wait for it: an address that is written
   * while Next is on its way to another page calls it back.
   */
  settled: () => Promise<unknown>;
  /** The whole of what is asked for, as an address that needs no view. */
  printed: () => string;
  /** Whether it is known which view is meant; before that no rows are the right ones. */
  certain: boolean;
  /** Takes parameters out of the address, by name. */
  drop: (names: readonly string[]) => void;
};

const typingMs = 350;

/** Stands in the address for "no view, although I have a default one". */
export const noView = 'none';

function viewOf(
  id: string,
  standing: readonly StandingView[],
  saved: SavedViews | undefined,
  load: (search: string) => QueueSearch,
): OpenView | null {
  const known = standing.find((view) => view.id === id);
  if (known !== undefined) return { id, name: known.name, saved: null, search: load(known.search) };
  const own = saved?.views.find((view) => view.id === id);
  return own === undefined ? null : { id, name: own.name, saved: own, search: load(own.search) };
}

export function useQueueAddress({
  address,
  noun,
  start,
  standing,
  views,
}: {
  address: ReturnType<typeof queueAddress>;
  noun: ViewNoun;
  start: QueueQuestion;
  standing: readonly StandingView[];
  views: KnownViews;
}): QueueAddress {
  const { presumed: saved, settled: told } = views;
  const [search, setSearch] = useQueryStates<QueueSearchParsers>(address.parsers, { history: 'replace' });
  const bare = search.q === null && search.sort === null && search.group === null;
  const viewId = search.view ?? (bare ? (saved?.defaults[noun] ?? null) : null);
  const view = useMemo(
    () => (viewId === null || viewId === noView ? null : viewOf(viewId, standing, saved, address.load)),
    [viewId, standing, saved, address],
  );
  const certain =
    told || (search.view === null ? !bare || saved !== undefined : search.view === noView || view !== null);
  const base = useMemo(() => questionOf(address.load(''), view?.search ?? null, start), [address, view, start]);
  const question = useMemo(() => questionOf(search, view?.search ?? null, start), [search, view, start]);
  const shownView = view?.id ?? null;
  const ask = useCallback(
    (change: Partial<QueueQuestion>, quick = false) => {
      const sameSort = change.sort?.by === base.sort.by && change.sort.direction === base.sort.direction;
      const part: QueueSearchChange = {
        ...(change.text === undefined ? {} : { q: change.text === base.text ? null : change.text }),
        ...(change.sort === undefined ? {} : { sort: sameSort ? null : change.sort }),
        ...(change.group === undefined
          ? {}
          : { group: change.group.join() === base.group.join() ? null : change.group }),
        // An address that says something names the view it says it over, or none at all.
        ...(shownView === null ? {} : { view: shownView }),
      };
      void setSearch(part, quick ? { limitUrlUpdates: debounce(typingMs) } : { history: 'push' });
    },
    [base, setSearch, shownView],
  );
  const openView = useCallback(
    (id: string | null) => {
      void setSearch({ view: id, q: null, sort: null, group: null }, { history: 'push' });
    },
    [setSearch],
  );
  const setRow = useCallback(
    (row: string | null) => {
      void setSearch({ row }, { limitUrlUpdates: debounce(typingMs) });
    },
    [setSearch],
  );
  // Writing at once takes the place of what waits for a pause.
  const { q, row } = search;
  const settled = useCallback(() => setSearch({ q, row }), [setSearch, q, row]);
  const drop = useCallback(
    (names: readonly string[]) => {
      void setSearch(Object.fromEntries(names.map((name) => [name, null])));
    },
    [setSearch],
  );
  const printed = useCallback(
    () => address.print({ q: question.text, sort: question.sort, group: question.group }),
    [address, question],
  );
  return { search, question, view, edited: !bare, ask, openView, setRow, settled, drop, printed, certain };
}
