/** The addresses of the list of rules. */
import { type QueueQuestion, queueAddress, queueSearch } from '@/lib/routes/queue-search';

/** The fields (see ruleNoun) that the list can be sorted by. */
export const ruleSortFields = ['title', 'severity', 'status', 'kind', 'every', 'grouping', 'updated'] as const;

/** The fields that the list can be grouped by, up to two of them. */
export const ruleGroupFields = ['status', 'severity', 'kind', 'grouping', 'entity', 'tactic'] as const;

/** Reads and prints the addresses of the list of rules. */
export const rulesAddress = queueAddress(queueSearch({ sort: ruleSortFields, group: ruleGroupFields }));

/** Every rule, by name, as Sentinel's own list starts. */
export const rulesStart: QueueQuestion = { text: '', sort: { by: 'title', direction: 'ascending' }, group: [] };
