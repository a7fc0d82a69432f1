/** Who is looking, and at which tenant. Read once per visit. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';

export const sessionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['session', 'current'],
      queryFn: ({ signal }) => rpc.session.current.query(undefined, { signal }),
      staleTime: 10 * 60_000,
    }),
};
