/** The way of a rule, an alert or an incident through both systems. Read anew whenever somebody asks. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';

export const traceQueries = {
  of: (text: string) =>
    queryOptions({
      queryKey: ['trace', text],
      queryFn: ({ signal }) => rpc.trace.of.query({ text }, { signal }),
      enabled: text !== '',
      staleTime: 0,
      retry: false,
    }),
};
