/**
 * Reads the queue into the browser: at the first time what fills the screen, into the cache at once, so that work
 * begins while the rest is on its way; then all of it.
 */
import type { QueryClient } from '@tanstack/react-query';
import { nextIdle } from '@/lib/base/next-idle';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { decodeIncidents } from '@/lib/domain/incident/incident-table';
import { rpc } from '@/lib/queries/client';
import { caughtUp, reaches } from '@/lib/queries/feed-log';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { withUnderway } from '@/lib/queries/optimistic-changes';
import { noteServerTime } from '@/lib/queries/server-clock';

function asSeenHere(read: IncidentList): IncidentList {
  const list = caughtUp(read);
  noteServerTime(list.now);
  return { ...list, incidents: list.incidents.map(withUnderway) };
}

export async function readIncidents(client: QueryClient, signal: AbortSignal): Promise<IncidentList> {
  if (client.getQueryData(incidentKeys.list) === undefined) {
    const first = asSeenHere(await rpc.incidents.firstScreen.query(undefined, { signal }));
    if (first.awaiting === undefined && reaches(first.seq)) return first;
    client.setQueryData<IncidentList>(incidentKeys.list, first);
    // Drawn before the rest is asked for: reading it would hold back the first keys.
    await nextIdle();
  }
  const read = async () => decodeIncidents(await rpc.incidents.table.query(undefined, { signal }));
  const all = await read();
  // It was written before the stream began and so lacks what happened in between: the next one doesn't.
  return asSeenHere(reaches(all.seq) ? all : await read());
}
