/** The rows of a queue: filtered and sorted in the browser, held in place while an analyst works in them. */
'use client';
import { useCallback, useMemo, useState } from 'react';
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

/** The rows as they were when they were last drawn anew, and what had been asked then. */
type Held<Row> = { question: string; drawn: readonly Row[] };

export function useQueueRows<Row extends object>({
  all,
  noun,
  query,
  sort,
  asker,
  asked,
  frozen,
}: {
  all: readonly Row[] | undefined;
  noun: QueueNoun<Row>;
  query: QueueQuery;
  sort: QueueSort;
  asker: QueueAsker;
  /** What was asked, as text: another question draws the queue anew. */
  asked: string;
  frozen: boolean;
}): QueueRows<Row> {
  const [shows, setShows] = useState(0);
  const [held, setHeld] = useState<Held<Row> | null>(null);
  const question = `${asked} ${shows}`;

  // Sorted first and filtered then: typing filters ten thousand rows at every key and never sorts them again.
  const { by, direction } = sort;
  const sorted = useMemo(() => all && sortRows(all, { by, direction }, noun), [all, by, direction, noun]);
  const fresh = useMemo(() => sorted?.filter(queueMatcher(query, noun, asker)), [sorted, query, noun, asker]);

  const isHeld = frozen && fresh !== undefined;
  if (isHeld && held?.question !== question) setHeld({ question, drawn: fresh });
  if (!isHeld && held !== null) setHeld(null);

  const result = useMemo(() => {
    if (fresh === undefined || all === undefined || held === null || held.question !== question || held.drawn === fresh)
      return { rows: fresh, drawn: fresh, waiting: nothingWaiting };
    const now = new Map(all.map((row) => [noun.keyOf(row), row]));
    return { ...holdOrder(held.drawn, fresh, (key) => now.get(key), noun.keyOf), drawn: held.drawn };
  }, [held, question, fresh, all, noun]);
  const show = useCallback(() => setShows((count) => count + 1), []);
  return { ...result, show };
}
