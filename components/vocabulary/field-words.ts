/** What the synced fields, and whatever else a history speaks of, are called. */
import type { HistorySubject } from '@/lib/domain/incident/history';
import { syncedFieldWords } from '@/lib/domain/incident/synced-field-words';

export const fieldWords = {
  ...syncedFieldWords,
  alerts: 'Alerts',
  entities: 'Entities',
  comment: 'Comment',
  merge: 'Merge',
  task: 'Task',
} as const satisfies Record<HistorySubject, string>;
