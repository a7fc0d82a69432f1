/** What became of acts that were asked for together: what was not stored and why, and what Defender refused later. */
import type { AlertOutcome, OvertakenAlert } from '@/lib/domain/alert/act';
import { type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';
import type { AlertStep } from '@/lib/queries/change-alerts';

export type AlertBatchRow = {
  alert: AlertRow;
  /** `overtaken`: somebody else was quicker, nothing was stored. */
  state: 'refused' | 'overtaken';
  reason: string;
  fields: readonly OvertakenAlert[];
  /** What was wanted; null when asking again makes no sense. */
  step: AlertStep | null;
  /** A command that Defender refused and that may be sent again. */
  retryId: string | null;
};

export type AlertBatch = {
  /** `12 alerts resolved`. */
  what: string;
  total: number;
  rows: readonly AlertBatchRow[];
  /** Alert by command, of those that were stored. */
  stored: ReadonlyMap<string, string>;
};

export function refusedAlert(alert: AlertRow, reason: string): AlertBatchRow {
  return { alert, state: 'refused', reason, fields: [], step: null, retryId: null };
}

/** What may be sent, and what a rule keeps from being sent at all. */
export function permitted(steps: readonly AlertStep[]): { steps: AlertStep[]; refused: AlertBatchRow[] } {
  const refused = steps.flatMap(({ alert }) => {
    const can = alertCan.change(alert);
    return can.allowed ? [] : [refusedAlert(alert, can.reason)];
  });
  return { steps: steps.filter(({ alert }) => alertCan.change(alert).allowed), refused };
}

/** Null for what was stored. */
export function rowOfOutcome(step: AlertStep, outcome: AlertOutcome): AlertBatchRow | null {
  switch (outcome.outcome) {
    case 'stored':
      return null;
    case 'refused':
      return refusedAlert(step.alert, outcome.reason);
    case 'overtaken':
      return {
        ...refusedAlert(outcome.alert, 'Somebody was quicker'),
        state: 'overtaken',
        fields: outcome.fields,
        step: { alert: outcome.alert, changes: step.changes },
      };
  }
}

/** What Defender refused after the console had stored it, as the alerts show it now. */
export function refusedLater(batch: AlertBatch, byId: ReadonlyMap<string, AlertRow>): AlertBatchRow[] {
  return [...batch.stored].flatMap(([commandId, id]): AlertBatchRow[] => {
    const alert = byId.get(id);
    const refused = alertFields
      .map((field) => alert?.sync[field])
      .find((sync) => sync?.state === 'refused' && sync.commandId === commandId);
    if (alert === undefined || refused === undefined) return [];
    const retryId = refused.retryable === true ? commandId : null;
    return [{ ...refusedAlert(alert, refused.reason ?? 'No reason was given'), retryId }];
  });
}
