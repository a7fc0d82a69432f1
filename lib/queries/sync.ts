/** The sync between the two systems, looked at again while its page is open. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { System } from '@/lib/domain/source/source';
import type { SyncOverview } from '@/lib/domain/sync/sync-overview';
import { rpc } from '@/lib/queries/client';
import { noteOwn } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { storeIncidents } from '@/lib/queries/incident-cache';

const overviewKey = ['sync', 'overview'] as const;
/** The server answers from memory; it reads the settings again every few minutes. */
const againMs = 10_000;

/** How the sync is set and how it goes; asked every ten seconds while somebody looks. */
export const syncQueries = {
  overview: () =>
    queryOptions({
      queryKey: overviewKey,
      queryFn: ({ signal }): Promise<SyncOverview> => rpc.sync.overview.query({ fresh: false }, { signal }),
      staleTime: 0,
      refetchInterval: againMs,
    }),
};

/** `mutate()`: reads the settings anew. */
export function useReadSyncAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'readAgain'],
    mutationFn: () => rpc.sync.overview.query({ fresh: true }),
    onSuccess: (overview) => client.setQueryData<SyncOverview>(overviewKey, overview),
  });
}

/**
 * `mutate({ commandId, through })`: takes the check's change back, now or not at all. `through`: in that system; null:
 * where changes of the incident usually go.
 */
export function usePutBack() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sync', 'putBack'],
    mutationFn: async (asked: { commandId: string; through: System | null }): Promise<ActOutcome | undefined> => {
      const { commandId, through } = asked;
      const { outcomes } = await rpc.incidents.undo.mutate({ commandIds: [commandId], through });
      for (const outcome of outcomes) noteOwn(outcome.commandId);
      const stored = outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [] : [outcome]));
      storeIncidents(client, { upserts: withHeard(stored) });
      return outcomes[0];
    },
  });
}
