/** What the synced fields, and whatever else a history speaks of, are called. */
import type { HistorySubject } from '@/lib/domain/incident/history';

export const fieldWords = {
  status: 'Status',
  severity: 'Severity',
  assignee: 'Assignee',
  verdict: 'Verdict',
  tags: 'Tags',
  title: 'Title',
  alerts: 'Alerts',
  entities: 'Entities',
  comment: 'Comment',
  merge: 'Merge',
  task: 'Task',
} as const satisfies Record<HistorySubject, string>;
