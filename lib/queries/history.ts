/** What happened to an incident, and what of it is new to whoever opens it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { rpc } from '@/lib/queries/client';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { serverNow } from '@/lib/queries/server-clock';
import { noteLook } from '@/lib/queries/views';

/** Below the opened page's key: whatever makes that stale makes these stale too. */
export const historyQueries = {
  /** Newest first. */
  history: (key: string) =>
    queryOptions({
      queryKey: [...incidentKeys.detail(key), 'history'] as const,
      queryFn: ({ signal }) => rpc.incidents.history.query({ key }, { signal }),
      staleTime: 30_000,
    }),
  /** Of an incident until it was merged into another. */
  merged: (key: string) =>
    queryOptions({
      queryKey: [...incidentKeys.detail(key), 'mergedHistory'] as const,
      queryFn: ({ signal }) => rpc.incidents.mergedHistory.query({ key }, { signal }),
      staleTime: 30_000,
    }),
  /** When I last looked at it, as an ISO 8601 time; null when never. */
  lastSeen: (key: string) =>
    queryOptions({
      queryKey: ['incidents', 'lastSeen', key] as const,
      queryFn: ({ signal }) => rpc.incidents.lastSeen.query({ key }, { signal }),
      // What is new stays new until the page is left.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  changesSince: (key: string, at: string) =>
    queryOptions({
      queryKey: [...incidentKeys.detail(key), 'changesSince', at] as const,
      queryFn: ({ signal }) => rpc.incidents.changesSince.query({ key, at }, { signal }),
      staleTime: 30_000,
    }),
};

/** `mutate({ key })`: I look at it now. Ask `lastSeen` before. */
function useSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'seen'],
    mutationFn: ({ key }: { key: string }) => rpc.incidents.seen.mutate({ key }),
    onSuccess: (_, { key }) => noteLook(client, key, serverNow().toISOString()),
  });
}

/** Shorter than this is passing by. */
const lookMs = 1_500;

/** When I last looked at it and what happened since; staying for a moment counts as a look. */
export function useSinceLastLook(key: string) {
  const { data: lastSeen, isSuccess } = useQuery(historyQueries.lastSeen(key));
  const changes = useQuery({
    ...historyQueries.changesSince(key, lastSeen ?? ''),
    enabled: typeof lastSeen === 'string',
  }).data;
  const { mutate: noteSeen } = useSeen();
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(() => noteSeen({ key }), lookMs);
    return () => clearTimeout(timer);
  }, [isSuccess, key, noteSeen]);
  return { lastSeen, changes };
}
