/** The schema pane's tables, and running a query that can be cancelled. */
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { rpc } from '@/lib/queries/client';

/** `timespan` is ISO 8601 (`P7D` or `start/end`); null leaves the time to the query text. */
export type QueryRun = { text: string; timespan: string | null };

/** The schema is asked for at most once an hour. */
export const huntingQueries = {
  schema: () =>
    queryOptions({
      queryKey: ['hunting', 'schema'],
      queryFn: ({ signal }) => rpc.hunting.schema.query(undefined, { signal }),
      staleTime: 60 * 60_000,
    }),
};

/**
 * `run({ text, timespan }, signal)` resolves to the outcome; a query that Kusto refuses is an outcome, not an error.
 * It rejects when the console cannot be reached and when `signal` aborts, which also stops the query upstream.
 * `isPending` and `data` describe the latest run.
 */
export function useRunQuery() {
  const { mutateAsync, isPending, data, error, reset } = useMutation({
    mutationKey: ['hunting', 'run'],
    mutationFn: ({ text, timespan, signal }: QueryRun & { signal?: AbortSignal }) =>
      rpc.hunting.run.mutate({ text, timespan }, signal === undefined ? {} : { signal }),
  });
  const run = useCallback(
    (query: QueryRun, signal?: AbortSignal) => mutateAsync(signal === undefined ? query : { ...query, signal }),
    [mutateAsync],
  );
  return { run, isPending, data, error, reset };
}
