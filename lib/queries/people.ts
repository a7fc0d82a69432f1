/** Who incidents can be assigned to. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';

export const peopleQueries = {
  assignable: () =>
    queryOptions({
      queryKey: ['people', 'assignable'],
      queryFn: ({ signal }) => rpc.session.assignable.query(undefined, { signal }),
      staleTime: 10 * 60_000,
    }),
};
