/** The analyst's own keys, which the server keeps for every device. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChooseKeysRequest, ChosenKeys } from '@/lib/domain/session/chosen-keys';
import { rpc } from '@/lib/queries/client';

const currentKey = ['keys', 'current'] as const;
const chooseKey = ['keys', 'choose'] as const;

const mostTries = 3;

/** The server said no, and would say so again; anything else is that it could not be asked. */
export function isRefusal(error: Error): boolean {
  const code: unknown = Reflect.get(Object(Reflect.get(error, 'data')), 'code');
  return code === 'FORBIDDEN' || code === 'BAD_REQUEST';
}

/** Shared by all devices of the analyst. */
export const keyQueries = {
  /** Null when none were ever chosen. Whoever comes back to the window may have chosen others elsewhere. */
  current: () =>
    queryOptions({
      queryKey: currentKey,
      queryFn: ({ signal }): Promise<ChosenKeys | null> => rpc.keys.current.query(undefined, { signal }),
      staleTime: 30_000,
      refetchOnWindowFocus: true,
    }),
};

/** Waits while the browser is offline, and goes on when it no longer is. */
export function useChooseKeys() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: chooseKey,
    scope: { id: 'keys' },
    retry: (failures, error) => failures < mostTries && !isRefusal(error),
    mutationFn: (request: ChooseKeysRequest) => rpc.keys.choose.mutate(request),
    onSuccess: ({ keys }) => client.setQueryData<ChosenKeys | null>(currentKey, keys),
  });
}
