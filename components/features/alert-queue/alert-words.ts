/** Short words about an alert, for its row. */
import { type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import type { Assignee } from '@/lib/domain/incident/incident';

/** Graph's alert has a text where a person is meant. */
export const personNamed = (name: string): Assignee => ({ name, displayName: null, objectId: null });

export function assigneeOf({ assignee }: Pick<AlertRow, 'assignee'>): Assignee | null {
  return assignee === null ? null : personNamed(assignee);
}

/** The incident's own name: Defender's number, or the beginning of Sentinel's GUID. */
export function incidentShort(key: string): string {
  return /^\d+$/u.test(key) ? `#${key}` : `${key.slice(0, 8)}…`;
}

/** The one sync state that somebody should see first. */
export function urgentSync(alert: AlertRow) {
  const marks = alertFields.flatMap((field) => alert.sync[field] ?? []);
  return marks.find(({ state }) => state === 'refused') ?? marks.find(({ state }) => state === 'pending') ?? marks[0];
}
