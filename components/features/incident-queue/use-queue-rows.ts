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

export type QueueRows = {
  /** Undefined until the first answer. */
  rows: readonly Incident[] | undefined;
  waiting: Waiting;
  /** Lets in what waits. */
  show: () => void;
};

type Held = { question: string; keys: readonly string[] };

export function useQueueRows(
  incidents: readonly Incident[] | undefined,
  search: IncidentsSearch,
  me: Assignee | null,
  frozen: boolean,
): QueueRows {
  const [shows, setShows] = useState(0);
  const [held, setHeld] = useState<Held | null>(null);
  const ready = incidents !== undefined;
  // What was asked: everything in the address but the cursor. A new question draws the queue anew, as of now.
  const printed = printIncidentsSearch({ ...search, row: null });
  const question = `${printed} ${me?.name ?? ''} ${shows} ${ready}`;
  const [asked, setAsked] = useState({ question, at: serverNow() });
  if (asked.question !== question) setAsked({ question, at: serverNow() });

  const fresh = useMemo(() => {
    if (incidents === undefined) return undefined;
    const { sort, ...rest } = loadIncidentsSearch(new URLSearchParams(printed));
    return sortIncidents(incidents.filter(incidentMatcher(filterOf({ ...rest, sort }, asked.at, me))), sort);
  }, [incidents, printed, me, asked.at]);

  const all = useMemo(() => new Map((incidents ?? []).map((incident) => [incident.key, incident])), [incidents]);
  const isHeld = frozen && fresh !== undefined;
  if (isHeld && held?.question !== question) setHeld({ question, keys: fresh.map(({ key }) => key) });
  if (!isHeld && held !== null) setHeld(null);

  const result = useMemo(
    () =>
      fresh === undefined || held === null || held.question !== question
        ? { rows: fresh, waiting: nothingWaiting }
        : holdOrder(held.keys, fresh, all),
    [held, question, fresh, all],
  );
  const show = useCallback(() => setShows((count) => count + 1), []);
  return { ...result, show };
}
