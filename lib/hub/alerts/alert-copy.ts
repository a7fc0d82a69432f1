/** An alert as the mirror and the store keep it: the row, and the other name by which Defender may know it. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { type LogAlert, logAlertNames, rowFromLog } from '@/lib/domain/alert/log-alert';
import { rowFromGraph } from '@/lib/domain/alert/row-from-graph';
import type { StoredAlert } from '@/lib/store/alert-briefs';
import { StoreError } from '@/lib/store/store-error';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

export type AlertCopy = {
  row: AlertRow;
  /** Of an alert that was read from the workspace's log: the names that Defender's id would end with. */
  names: string[];
};

export const copyFromGraph = (alert: GraphAlert): AlertCopy => ({ row: rowFromGraph(alert), names: [] });

export const copyFromLog = (alert: LogAlert): AlertCopy => ({ row: rowFromLog(alert), names: logAlertNames(alert) });

export function toStored(copy: AlertCopy): StoredAlert {
  const { id, incidentKey, updatedAt } = copy.row;
  return { id, incidentId: incidentKey, brief: copy, updatedAt };
}

/**
 * Guaranteed by migration m0005, which emptied the table, and by `toStored`, which alone fills it. Looked at only so far
 * that a damaged store is noticed here and not wherever the alert is used.
 */
export function fromStored(brief: unknown): AlertCopy {
  const copy = brief as Partial<AlertCopy> | null;
  if (typeof copy?.row?.id !== 'string' || typeof copy.row.updatedAt !== 'string' || !Array.isArray(copy.names))
    throw new StoreError('an alert in the database is not what was written there');
  return brief as AlertCopy;
}
