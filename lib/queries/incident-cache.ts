/** The browser's copy of the incidents: one list and the details that were opened, always changed together. */
import type { QueryClient } from '@tanstack/react-query';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';
import { withUnderway } from '@/lib/queries/optimistic-changes';
import { applyUpserts, indexOf } from '@/lib/queries/share-incidents';

/** Where the query cache has the list, each opened incident and each text that was resolved. */
export const incidentKeys = {
  list: ['incidents', 'list'] as const,
  detail: (key: string) => ['incidents', 'detail', key] as const,
  resolve: (text: string) => ['incidents', 'resolve', text] as const,
};

/** The incident as the browser knows it, from the list or from an opened page. */
export function cachedIncident(client: QueryClient, key: string): Incident | undefined {
  const list = client.getQueryData<IncidentList>(incidentKeys.list);
  const at = list === undefined ? undefined : indexOf(list.incidents).get(key);
  if (list !== undefined && at !== undefined) return list.incidents[at];
  const reply = client.getQueryData<IncidentDetailReply>(incidentKeys.detail(key));
  return reply?.kind === 'found' ? reply.detail.incident : undefined;
}

/** Puts incidents into the list and into the opened pages. `seq` is the feed event they came with, if any. */
export function storeIncidents(
  client: QueryClient,
  change: { upserts: readonly Incident[]; removed?: readonly string[]; seq?: number },
): void {
  const upserts = change.upserts.map(withUnderway);
  client.setQueryData<IncidentList>(incidentKeys.list, (list) =>
    list === undefined
      ? undefined
      : {
          ...list,
          incidents: applyUpserts(list.incidents, upserts, change.removed ?? []),
          seq: change.seq ?? list.seq,
        },
  );
  for (const incident of upserts) {
    client.setQueryData<IncidentDetailReply>(incidentKeys.detail(incident.key), (reply) =>
      reply?.kind === 'found' ? { kind: 'found', detail: { ...reply.detail, incident } } : reply,
    );
  }
}
