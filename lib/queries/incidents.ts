/** The queue and one incident, as the browser reads them. Filtering and sorting happen on the list that is already here. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { withUnderway } from '@/lib/queries/optimistic-changes';
import { waitingComments } from '@/lib/queries/outbox/waiting-comments';
import { readIncidents } from '@/lib/queries/read-incidents';
import { shareLists } from '@/lib/queries/share-incidents';

export const incidentQueries = {
  /** The whole queue. Read once; from then on the feed keeps it current (see `useFeed`). */
  list: () =>
    queryOptions({
      queryKey: incidentKeys.list,
      queryFn: ({ client, signal }) => readIncidents(client, signal),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      structuralSharing: shareLists,
    }),

  /** One incident with alerts, entities and comments. The server keeps it for a while, so asking again is cheap. */
  detail: (key: string) =>
    queryOptions({
      queryKey: incidentKeys.detail(key),
      queryFn: async ({ client, signal }) => {
        const reply = await rpc.incidents.detail.query({ key }, { signal });
        if (reply.kind !== 'found') return reply;
        const { detail } = reply;
        const incident = withUnderway(detail.incident);
        const comments = [...detail.comments, ...waitingComments(client, incident)];
        return { kind: 'found' as const, detail: { ...detail, incident, comments } };
      },
      staleTime: 30_000,
    }),

  /** Automated investigations on the incident's devices. */
  investigations: (key: string) =>
    queryOptions({
      queryKey: [...incidentKeys.detail(key), 'investigations'] as const,
      queryFn: ({ signal }) => rpc.incidents.investigations.query({ key }, { signal }),
      staleTime: 30_000,
    }),

  /** Any id or portal URL → the incident it means. */
  resolve: (text: string) =>
    queryOptions({
      queryKey: incidentKeys.resolve(text),
      queryFn: ({ signal }) => rpc.incidents.resolve.query({ text }, { signal }),
      staleTime: 10_000,
    }),
};
