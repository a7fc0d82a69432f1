/** How the console is asked about incidents. */
'use client';
import type { ActCalls, ActResult } from '@/components/queue/acts/act-noun';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { useChangeMany } from '@/lib/queries/change-incident';
import { useAddComment } from '@/lib/queries/comments';
import { useRetry, useUndo } from '@/lib/queries/take-back';

function resultOf(outcome: ActOutcome): ActResult<Incident> {
  return outcome.outcome === 'refused' ? outcome : { ...outcome, row: outcome.incident };
}

export function useIncidentCalls(): ActCalls<Incident, IncidentChanges> {
  const { mutateAsync: changeMany } = useChangeMany();
  const { mutateAsync: takeBack } = useUndo();
  const { mutateAsync: sendAgain } = useRetry();
  const { mutateAsync: addComment } = useAddComment();
  return {
    change: async (steps, overwrite) => {
      const changes = steps.map((step) => ({ key: step.row.key, changes: step.changes, overwrite }));
      return (await changeMany({ changes })).map(resultOf);
    },
    undo: async (commandIds) => (await takeBack({ commandIds: [...commandIds] })).map(resultOf),
    retry: (commandIds) => sendAgain({ commandIds: [...commandIds] }),
    note: async ({ key }, text) => {
      await addComment({ key, text });
      return null;
    },
  };
}
