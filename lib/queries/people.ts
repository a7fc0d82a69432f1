/** Who incidents can be assigned to: people, and groups of them. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';

const staleTime = 10 * 60_000;

export const peopleQueries = {
  assignable: () =>
    queryOptions({
      queryKey: ['people', 'assignable'],
      queryFn: ({ signal }) => rpc.session.assignable.query(undefined, { signal }),
      staleTime,
    }),
  assignableGroups: () =>
    queryOptions({
      queryKey: ['people', 'groups'],
      queryFn: ({ signal }) => rpc.session.assignableGroups.query(undefined, { signal }),
      staleTime,
    }),
  /** Groups that the analyst is in. */
  myGroups: () =>
    queryOptions({
      queryKey: ['people', 'my groups'],
      queryFn: ({ signal }) => rpc.session.myGroups.query(undefined, { signal }),
      staleTime,
    }),
  groupsNamed: (words: string) =>
    queryOptions({
      queryKey: ['people', 'groups named', words],
      queryFn: ({ signal }) => rpc.session.findGroups.query({ words }, { signal }),
      staleTime,
    }),
};
