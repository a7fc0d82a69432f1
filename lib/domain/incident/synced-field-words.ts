/** What the fields that travel between the two systems are called. */
import type { SyncedField } from '@/lib/domain/incident/incident';

export const syncedFieldWords = {
  status: 'Status',
  severity: 'Severity',
  assignee: 'Assignee',
  verdict: 'Verdict',
  tags: 'Tags',
  title: 'Title',
} as const satisfies Record<SyncedField, string>;
