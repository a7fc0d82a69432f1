/** What a shift leaves to the next: as it stands now, and what was signed. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Shift } from '@/lib/domain/hand-over/hand-over';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';

/** `facts` is what the shift would leave as of now; `one` is signed and never changes but by being taken. */
export const handOverQueries = {
  facts: (shift: Shift) =>
    queryOptions({
      queryKey: ['hand-over', 'facts', shift],
      queryFn: ({ signal }) => rpc.handOver.facts.query(shift, { signal }),
      staleTime: 10_000,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['hand-over', 'one', id],
      queryFn: ({ signal }) => rpc.handOver.get.query({ id }, { signal }),
    }),
  list: () =>
    queryOptions({
      queryKey: ['hand-over', 'list'],
      queryFn: ({ signal }) => rpc.handOver.list.query(undefined, { signal }),
    }),
};

/** `mutate({ shift, note })` answers the signed hand-over. */
export function useSignHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['hand-over', 'sign'],
    mutationFn: (draft: { shift: Shift; note: string }) => rpc.handOver.sign.mutate({ id: commandId(), ...draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['hand-over', 'list'] }),
  });
}

/** `mutate({ id })`: I have read it and take over. */
export function useTakeHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['hand-over', 'take'],
    mutationFn: (which: { id: string }) => rpc.handOver.take.mutate(which),
    onSuccess: () => client.invalidateQueries({ queryKey: ['hand-over'] }),
  });
}
