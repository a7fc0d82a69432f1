/** The rows of a queue: filtered and sorted in the browser, held in place while an analyst works in them. */
'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { holdOrder, nothingWaiting, type Waiting } from '@/lib/domain/queue/held-order';
import type { QueueAsker, QueueNoun } from '@/lib/domain/queue/queue-field';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import type { QueueQuery, QueueSort } from '@/lib/domain/queue/queue-query';
import { sortRows } from '@/lib/domain/queue/sort-rows';

export type QueueRows<Row> = {
  /** Undefined until the first answer. */
  rows: readonly Row[] | undefined;
  /** The same rows as they were when the queue was drawn: groups are made of these, so that no row changes its group under the cursor. */
  drawn: readonly Row[] | undefined;
  waiting: Waiting;
  /** Lets in what waits. */
  show: () => void;
};

/** What was painted last, and what had been asked for it. */
type Painted<Row> = { question: string; drawn: readonly Row[] };

export function useQueueRows<Row extends object>({
  all,
  noun,
  query,
  sort,
  asker,
  asked,
  held,
  isScrolled,
}: {
  all: readonly Row[] | undefined;
  noun: QueueNoun<Row>;
  query: QueueQuery;
  sort: QueueSort;
  asker: QueueAsker;
  /** What was asked, as text: another question draws the queue anew. */
  asked: string;
  /** Something under the analyst's hands holds the rows in place. */
  held: boolean;
  /**
   * The same for a list that is scrolled. Asked when rows come and no state: scrolling away from the top would otherwise
   * begin with a drawing of the whole page. Whoever scrolls back calls `show`.
   */
  isScrolled: () => boolean;
}): QueueRows<Row> {
  const [shows, setShows] = useState(0);
  const painted = useRef<Painted<Row> | null>(null);
  const question = `${asked} ${shows}`;

  // Sorted first and filtered then: typing filters ten thousand rows at every key and never sorts them again.
  const { by, direction } = sort;
  const sorted = useMemo(() => all && sortRows(all, { by, direction }, noun), [all, by, direction, noun]);
  const fresh = useMemo(() => sorted?.filter(queueMatcher(query, noun, asker)), [sorted, query, noun, asker]);

  const result = useMemo(() => {
    const before = painted.current;
    const mayMove = before === null || before.question !== question || !(held || isScrolled());
    if (fresh === undefined || all === undefined || mayMove || before.drawn === fresh)
      return { rows: fresh, drawn: fresh, waiting: nothingWaiting };
    const now = new Map(all.map((row) => [noun.keyOf(row), row]));
    return { ...holdOrder(before.drawn, fresh, (key) => now.get(key), noun.keyOf), drawn: before.drawn };
  }, [question, held, isScrolled, fresh, all, noun]);
  useLayoutEffect(() => {
    painted.current = result.drawn === undefined ? null : { question, drawn: result.drawn };
  }, [question, result]);
  const show = useCallback(() => setShows((count) => count + 1), []);
  return { ...result, show };
}
