/** What stands before a value in lists and headings: the shape of a severity, the ring of a status. */
import type { ReactNode } from 'react';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { incidentStatuses, severities } from '@/lib/domain/incident/incident';

/** Hidden from screen readers: the word stands beside it. */
export function valueMark(field: string, value: string): ReactNode {
  const severity = severities.find((known) => known === value);
  const status = incidentStatuses.find((known) => known === value);
  const mark =
    field === 'severity' && severity !== undefined ? (
      <SeverityMark severity={severity} word={false} />
    ) : field === 'status' && status !== undefined ? (
      <StatusMark status={status} word={false} />
    ) : null;
  return mark === null ? null : (
    <span aria-hidden className="inline-flex">
      {mark}
    </span>
  );
}
