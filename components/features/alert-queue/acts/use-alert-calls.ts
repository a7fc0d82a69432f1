/** How the console is asked about alerts. */
'use client';
import type { ActCalls, ActResult } from '@/components/queue/acts/act-noun';
import type { AlertOutcome } from '@/lib/domain/alert/act';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { useChangeAlerts, useCommentAlert, useRetryAlerts, useUndoAlerts } from '@/lib/queries/change-alerts';
import type { Waiting } from '@/lib/queries/outbox/send-or-keep';

function resultOf(outcome: AlertOutcome | Waiting): ActResult<AlertRow> {
  return 'alert' in outcome ? { ...outcome, row: outcome.alert } : outcome;
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
      const result = await sendComment({ id, text });
      if (result.outcome === 'refused') return { outcome: 'refused', reason: result.reason };
      return { outcome: result.outcome === 'waiting' ? 'waiting' : 'stored' };
    },
  };
}
