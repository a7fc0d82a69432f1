/** The addresses of the alert queue. */
import { type QueueQuestion, queueAddress, queueSearch } from '@/lib/routes/queue-search';

/** The fields (see alertNoun) that the queue can be sorted by. */
export const alertSortFields = [
  'updated',
  'created',
  'first',
  'activity',
  'severity',
  'status',
  'source',
  'detection',
  'title',
  'incident',
  'assignee',
  'verdict',
  'user',
  'device',
] as const;

/** The fields that the queue can be grouped by, up to two of them. */
export const alertGroupFields = [
  'incident',
  'source',
  'title',
  'severity',
  'status',
  'assignee',
  'mine',
  'detection',
  'tactic',
  'user',
  'device',
  'system',
  'verdict',
  'created',
] as const;

/** Reads and prints the addresses of the alert queue. */
export const alertsAddress = queueAddress(queueSearch({ sort: alertSortFields, group: alertGroupFields }));

/** What is open, newest first: as Defender's alert queue starts. */
export const alertsStart: QueueQuestion = {
  text: 'status:new,inProgress updated:30d',
  sort: { by: 'updated', direction: 'descending' },
  group: [],
};
