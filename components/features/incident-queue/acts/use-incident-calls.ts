/** How the console is asked about incidents. */
'use client';
import type { ActCalls, ActResult } from '@/components/queue/acts/act-noun';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { useChangeMany } from '@/lib/queries/change-incident';
import { useAddComment } from '@/lib/queries/comments';
import type { Waiting } from '@/lib/queries/outbox/send-or-keep';
import { useRetry, useUndo } from '@/lib/queries/take-back';

function resultOf(outcome: ActOutcome | Waiting): ActResult<Incident> {
  return 'incident' in outcome ? { ...outcome, row: outcome.incident } : outcome;
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
      const receipt = await addComment({ key, text });
      return { outcome: receipt === null ? 'waiting' : 'stored' };
    },
  };
}
