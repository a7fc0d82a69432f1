/** The rows of the queue: filtered and sorted in the browser, held in place while an analyst works in them. */
'use client';
import { useCallback, useMemo, useState } from 'react';
import { holdOrder, nothingWaiting, type Waiting } from '@/components/features/incident-queue/held-order';
import { incidentMatcher } from '@/lib/domain/incident/filter';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { sortIncidents } from '@/lib/domain/incident/sort';
import { serverNow } from '@/lib/queries/server-clock';
import {
  filterOf,
  type IncidentsSearch,
  loadIncidentsSearch,
  printIncidentsSearch,
} from '@/lib/routes/incidents-search';

const minuteMs = 60_000;

export type QueueRows = {
  /** Undefined until the first answer. */
  rows: readonly Incident[] | undefined;
  waiting: Waiting;
  /** Lets in what waits. */
  show: () => void;
};

/** The rows as they were when they were last drawn anew, and what had been asked then. */
type Held = { question: string; drawn: readonly Incident[] };

export function useQueueRows(
  incidents: readonly Incident[] | undefined,
  search: IncidentsSearch,
  me: Assignee | null,
  frozen: boolean,
): QueueRows {
  const [shows, setShows] = useState(0);
  const [held, setHeld] = useState<Held | null>(null);
  // What was asked: everything in the address but the cursor. A new question draws the queue anew.
  const printed = printIncidentsSearch({ ...search, row: null });
  const question = `${printed} ${me?.name ?? ''} ${shows}`;
  // "The last 30 days" move on with the clock, and a minute is fine enough for that.
  const minute = Math.floor(serverNow().getTime() / minuteMs);

  // Sorted first and filtered then: typing filters ten thousand incidents at every key and never sorts them again.
  const { by, direction } = search.sort;
  const sorted = useMemo(() => incidents && sortIncidents(incidents, { by, direction }), [incidents, by, direction]);
  const fresh = useMemo(() => {
    const asked = loadIncidentsSearch(new URLSearchParams(printed));
    return sorted?.filter(incidentMatcher(filterOf(asked, new Date(minute * minuteMs), me)));
  }, [sorted, printed, me, minute]);

  const isHeld = frozen && fresh !== undefined;
  if (isHeld && held?.question !== question) setHeld({ question, drawn: fresh });
  if (!isHeld && held !== null) setHeld(null);

  const result = useMemo(() => {
    if (fresh === undefined || incidents === undefined || held === null)
      return { rows: fresh, waiting: nothingWaiting };
    if (held.question !== question || held.drawn === fresh) return { rows: fresh, waiting: nothingWaiting };
    return holdOrder(held.drawn, fresh, new Map(incidents.map((incident) => [incident.key, incident])));
  }, [held, question, fresh, incidents]);
  const show = useCallback(() => setShows((count) => count + 1), []);
  return { ...result, show };
}
