/**
 * Changing alerts, one or a thousand by the same way: painted at once, one request, an outcome per row, a word about it
 * and a way back. What did not work is told where it happened: one alert by a toast or a question, many by a list.
 */
'use client';
import { useState } from 'react';
import {
  type AlertBatch,
  type AlertBatchRow,
  permitted,
  refusedAlert,
  rowOfOutcome,
} from '@/components/features/alert-queue/acts/alert-batch';
import { alertChangeWords, alertsName } from '@/components/features/alert-queue/acts/alert-names';
import { doneActs } from '@/components/features/alert-queue/acts/done-acts';
import { messageOf, tellFailure, toastId } from '@/components/features/alert-queue/acts/tell-failure';
import { useAlertUndo } from '@/components/features/alert-queue/acts/use-alert-undo';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import type { AlertOutcome } from '@/lib/domain/alert/act';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { mostActs } from '@/lib/domain/incident/act';
import { type AlertStep, useChangeAlerts, useCommentAlert, useRetryAlerts } from '@/lib/queries/change-alerts';

/** An act that somebody else was quicker than; nothing of it is stored. */
export type AlertQuestion = AlertBatchRow & { step: AlertStep; what: string };

const undoMs = 10_000;
function storedOf(outcomes: readonly AlertOutcome[]): Map<string, string> {
  return new Map(outcomes.flatMap((one) => (one.outcome === 'stored' ? [[one.commandId, one.alert.id]] : [])));
}

export function useAlertActs() {
  const { mutateAsync: send } = useChangeAlerts();
  const undo = useAlertUndo();
  const { mutateAsync: sendAgain } = useRetryAlerts();
  const { mutateAsync: sendComment } = useCommentAlert();
  const [batch, setBatch] = useState<AlertBatch | null>(null);
  const [question, setQuestion] = useState<AlertQuestion | null>(null);

  const run = async (
    steps: readonly AlertStep[],
    what: string,
    refused: readonly AlertBatchRow[],
    overwrite: boolean,
  ) => {
    const total = steps.length + refused.length;
    try {
      const outcomes = await send({ steps, overwrite });
      const stored = storedOf(outcomes);
      doneActs.push({ what, commandIds: [...stored.keys()] });
      const rows = steps.flatMap((step, at) => {
        const outcome = outcomes[at];
        return (outcome === undefined ? null : rowOfOutcome(step, outcome)) ?? [];
      });
      const [first] = rows;
      if (total === 1 && first !== undefined) {
        if (first.step !== null) setQuestion({ ...first, step: first.step, what });
        else showToast('Not changed', { tone: 'error', id: toastId, detail: first.reason });
      }
      // Whatever was stored is watched: Defender may refuse it later.
      setBatch({ what, total, rows: total === 1 ? [] : [...refused, ...rows], stored });
      if (total > 1) announce(`${what}: ${stored.size} stored, ${rows.length + refused.length} not`);
    } catch (error) {
      tellFailure('The console could not keep the change', error, () => void run(steps, what, refused, overwrite));
    }
  };

  const apply = (alerts: readonly AlertRow[], changes: AlertChanges) => {
    if (alerts.length > mostActs) {
      showToast(`At most ${mostActs.toLocaleString('en')} alerts are changed at once`, {
        tone: 'error',
        detail: `${alerts.length.toLocaleString('en')} are selected.`,
      });
      return;
    }
    const { steps, refused } = permitted(alerts.map((alert) => ({ alert, changes })));
    if (steps.length === 0) {
      const [first] = refused;
      if (refused.length > 1)
        setBatch({ what: 'Nothing changed', total: refused.length, rows: refused, stored: new Map() });
      else if (first !== undefined) showToast('Not changed', { tone: 'error', id: toastId, detail: first.reason });
      return;
    }
    const what = `${alertsName(steps.map(({ alert }) => alert))} ${alertChangeWords(changes)}`;
    showToast(what, { id: toastId, action: { label: 'Undo', run: undo, keys: 'u' }, lastsMs: undoMs });
    announce(what);
    void run(steps, what, refused, false);
  };

  const comment = async (alerts: readonly AlertRow[], text: string) => {
    const { steps, refused } = permitted(alerts.map((alert) => ({ alert, changes: {} })));
    const outcomes = await Promise.all(
      steps.map(({ alert }) =>
        sendComment({ id: alert.id, text }).then(
          (outcome) => (outcome.outcome === 'refused' ? refusedAlert(alert, outcome.reason) : null),
          (error: unknown) => refusedAlert(alert, messageOf(error)),
        ),
      ),
    );
    const rows = [...refused, ...outcomes.flatMap((row) => row ?? [])];
    const what = `Comment on ${alertsName(alerts)}`;
    if (rows.length === 0) showToast(`${what} added`, { id: toastId });
    else setBatch({ what, total: alerts.length, rows, stored: new Map() });
  };

  const again = (rows: readonly AlertBatchRow[], overwrite: boolean) => {
    const ids = rows.flatMap(({ retryId }) => retryId ?? []);
    if (ids.length > 0) sendAgain(ids).catch((error: unknown) => tellFailure('The console could not try again', error));
    const steps = rows.flatMap(({ step }) => step ?? []);
    if (steps.length > 0) void run(steps, batch?.what ?? '', [], overwrite);
  };

  return {
    apply,
    comment: (alerts: readonly AlertRow[], text: string) => void comment(alerts, text),
    undo,
    batch,
    closeBatch: () => setBatch(null),
    again,
    question,
    keepTheirs: () => setQuestion(null),
    overwrite: () => {
      if (question === null) return;
      setQuestion(null);
      void run([question.step], question.what, [], true);
    },
  };
}
