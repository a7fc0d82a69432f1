/** The sync between the two systems, looked at again while its page is open. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SyncOverview } from '@/lib/domain/sync/sync-overview';
import { rpc } from '@/lib/queries/client';

const overviewKey = ['sync', 'overview'] as const;
/** The server answers from memory; it reads the settings again every few minutes. */
const againMs = 10_000;

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
