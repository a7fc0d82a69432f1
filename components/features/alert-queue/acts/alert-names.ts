/** What alerts and changes of them are called when they are told. */
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { classificationWords } from '@/components/vocabulary/verdict-words';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { visibleText } from '@/lib/domain/text/visible';

const longest = 60;

/** `“Impossible travel”`, cut to a length that a toast can hold. */
export function alertName({ title }: Pick<AlertRow, 'title'>): string {
  const plain = visibleText(title);
  return `“${plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain}”`;
}

/** One by its title, several by their number. */
export function alertsName(alerts: readonly Pick<AlertRow, 'title'>[]): string {
  const [first] = alerts;
  return alerts.length === 1 && first !== undefined ? alertName(first) : `${alerts.length} alerts`;
}

/** `resolved as false positive`, `assigned to maya.chen@contoso.com`: what a change does, after the alert's name. */
export function alertChangeWords({ status, assignee, verdict }: AlertChanges): string {
  const as = verdict === undefined ? '' : ` as ${classificationWords[verdict.classification].name.toLowerCase()}`;
  if (status !== undefined) return `${alertStatusWords[status].toLowerCase()}${as}`;
  if (assignee === null) return 'unassigned';
  if (assignee !== undefined) return `assigned to ${visibleText(assignee)}`;
  return verdict === undefined ? 'changed' : `classified${as}`;
}
