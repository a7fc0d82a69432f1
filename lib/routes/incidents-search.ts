/** The addresses of the incident queue. */
import { type QueueQuestion, queueAddress, queueSearch } from '@/lib/routes/queue-search';

/** The fields (see incidentNoun) that the queue can be sorted by. */
export const incidentSortFields = [
  'updated',
  'created',
  'activity',
  'severity',
  'status',
  'priority',
  'alerts',
  'title',
  'assignee',
  'id',
] as const;

/** The fields that the queue can be grouped by, up to two of them. */
export const incidentGroupFields = [
  'severity',
  'status',
  'assignee',
  'mine',
  'system',
  'product',
  'tag',
  'tactic',
  'verdict',
  'sla',
  'created',
  'morning',
] as const;

/** Reads and prints the addresses of the incident queue. */
export const incidentsAddress = queueAddress(queueSearch({ sort: incidentSortFields, group: incidentGroupFields }));

/** What is open, newest change first: as both of Microsoft's queues start. */
export const incidentsStart: QueueQuestion = {
  text: 'status:new,inProgress updated:30d',
  sort: { by: 'updated', direction: 'descending' },
  group: [],
};
