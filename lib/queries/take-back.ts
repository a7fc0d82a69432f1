/** Acts upon acts: taking them back, and sending refused ones again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActOutcome } from '@/lib/domain/incident/act';
import { rpc } from '@/lib/queries/client';
import { noteOwn } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { storeIncidents } from '@/lib/queries/incident-cache';
import { heldByOutbox, sendOrKeep, type Waiting, waits } from '@/lib/queries/outbox/send-or-keep';

const incidentsOf = (outcomes: readonly ActOutcome[]) =>
  withHeard(outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [] : [outcome])));

/** `mutate({ commandIds })`: an outcome for each, in their order; a refused one says who has changed the field since. */
export function useUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'undo'],
    networkMode: heldByOutbox,
    mutationFn: async ({ commandIds }: { commandIds: string[] }): Promise<readonly (ActOutcome | Waiting)[]> => {
      const answer = await sendOrKeep(client, { kind: 'undoIncidents', commandIds }, () =>
        rpc.incidents.undo.mutate({ commandIds }),
      );
      if (answer === null) return waits(client, commandIds);
      const { outcomes } = answer;
      // The server makes the commands that take others back.
      for (const outcome of outcomes) noteOwn(outcome.commandId);
      storeIncidents(client, { upserts: incidentsOf(outcomes) });
      return outcomes;
    },
  });
}

/** `mutate({ commandIds })`: sends refused ones again, an outcome for each in their order. */
export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'retry'],
    mutationFn: async ({ commandIds }: { commandIds: string[] }) => {
      const { outcomes } = await rpc.incidents.retry.mutate({ commandIds });
      storeIncidents(client, { upserts: incidentsOf(outcomes) });
      return outcomes;
    },
  });
}
