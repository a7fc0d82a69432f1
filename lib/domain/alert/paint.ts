/** What an alert looks like at once after a change was asked for, before Defender has answered. */
import { type AlertChanges, type AlertField, type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import type { FieldSync, Verdict } from '@/lib/domain/incident/incident';
import { noVerdict, sameVerdict } from '@/lib/domain/incident/verdict';

/** The fields that a command touches. */
export function changedAlertFields(changes: AlertChanges): AlertField[] {
  return alertFields.filter((field) => changes[field] !== undefined);
}

/** The same fields with the values that the alert has now: what an undo would ask for. */
export function currentAlertValues(alert: AlertRow, changes: AlertChanges): AlertChanges {
  return {
    ...(changes.status !== undefined && alert.status !== 'unknown' ? { status: alert.status } : {}),
    ...(changes.assignee !== undefined ? { assignee: alert.assignee } : {}),
    ...(changes.verdict !== undefined ? { verdict: alert.verdict ?? noVerdict } : {}),
  };
}

/** Whether the alert has the value already that is wanted in this field. */
export function showsAlertField(field: AlertField, alert: AlertRow, changes: AlertChanges): boolean {
  switch (field) {
    case 'status':
      return changes.status === alert.status;
    case 'assignee':
      return (changes.assignee ?? '').toLowerCase() === (alert.assignee ?? '').toLowerCase();
    case 'verdict': {
      const wanted = changes.verdict ?? noVerdict;
      return (
        sameVerdict(wanted, alert.verdict) && (wanted.determination ?? null) === (alert.verdict?.determination ?? null)
      );
    }
  }
}

function verdictAfter(alert: AlertRow, { verdict }: AlertChanges): Verdict | null {
  if (verdict === undefined) return alert.verdict;
  // The note becomes a comment; the row never has one.
  return verdict.classification === 'undetermined' ? null : { ...verdict, comment: null };
}

/** The alert with the wanted values and `mark` on each touched field. */
export function paintAlert(alert: AlertRow, changes: AlertChanges, mark: FieldSync): AlertRow {
  return {
    ...alert,
    status: changes.status ?? alert.status,
    assignee: changes.assignee === undefined ? alert.assignee : changes.assignee,
    verdict: verdictAfter(alert, changes),
    sync: { ...alert.sync, ...Object.fromEntries(changedAlertFields(changes).map((field) => [field, mark])) },
  };
}
