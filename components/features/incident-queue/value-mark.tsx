/** What stands before a value in lists and headings: the shape of a severity, the ring of a status. */
import type { ReactNode } from 'react';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { incidentStatuses, severities } from '@/lib/domain/incident/incident';

export function valueMark(field: string, value: string): ReactNode {
  const severity = severities.find((known) => known === value);
  if (field === 'severity' && severity !== undefined) return <SeverityMark severity={severity} word={false} />;
  const status = incidentStatuses.find((known) => known === value);
  return field === 'status' && status !== undefined ? <StatusMark status={status} word={false} /> : null;
}
