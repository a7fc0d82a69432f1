/** How the console is asked about alerts. */
'use client';
import type { ActCalls, ActResult } from '@/components/queue/acts/act-noun';
import type { AlertOutcome } from '@/lib/domain/alert/act';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { useChangeAlerts, useCommentAlert, useRetryAlerts, useUndoAlerts } from '@/lib/queries/change-alerts';

function resultOf(outcome: AlertOutcome): ActResult<AlertRow> {
  return outcome.outcome === 'refused' ? outcome : { ...outcome, row: outcome.alert };
}

export function useAlertCalls(): ActCalls<AlertRow, AlertChanges> {
  const { mutateAsync: send } = useChangeAlerts();
  const { mutateAsync: takeBack } = useUndoAlerts();
  const { mutateAsync: sendAgain } = useRetryAlerts();
  const { mutateAsync: sendComment } = useCommentAlert();
  return {
    change: async (wanted, overwrite) => {
      const steps = wanted.map(({ row, changes }) => ({ alert: row, changes }));
      return (await send({ steps, overwrite })).map(resultOf);
    },
    undo: async (commandIds) => (await takeBack(commandIds)).map(resultOf),
    retry: sendAgain,
    note: async ({ id }, text) => {
      const outcome = await sendComment({ id, text });
      return outcome.outcome === 'refused' ? outcome.reason : null;
    },
  };
}
