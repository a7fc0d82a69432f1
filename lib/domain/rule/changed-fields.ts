/** What somebody else changed about a rule while it was being edited, in words and values. */
import { durationWords } from '@/lib/domain/rule/duration';
import { groupingWords } from '@/lib/domain/rule/grouping-choice';
import type { EntityMapping, RuleDraft } from '@/lib/domain/rule/rule';

export type ChangedField = { name: string; before: string; after: string };

const mappingWords = (mappings: readonly EntityMapping[]): string =>
  mappings.map(({ entity, fields }) => `${entity} (${fields.map(({ column }) => column).join(', ')})`).join(', ');

function groupingSaid({ createsIncidents, grouping }: RuleDraft['logic']): string {
  if (!createsIncidents) return 'No incidents';
  const { choice, lookback, reopen, entities, alertDetails, customDetails } = grouping;
  const { short } = groupingWords[choice];
  if (choice === 'alert') return short;
  const chosen = choice === 'selected' ? `: ${[...entities, ...alertDetails, ...customDetails].join(', ')}` : '';
  return `${short}${chosen}, within ${durationWords(lookback)}${reopen ? ', reopens' : ''}`;
}

const facts: readonly { name: string; read: (draft: RuleDraft) => string }[] = [
  { name: 'Name', read: ({ title }) => title },
  { name: 'Description', read: ({ description }) => description },
  { name: 'Severity', read: ({ severity }) => severity },
  { name: 'Switched on', read: ({ enabled }) => (enabled ? 'yes' : 'no') },
  { name: 'Tactics', read: ({ tactics }) => tactics.join(', ') },
  { name: 'Techniques', read: ({ techniques }) => techniques.join(', ') },
  { name: 'Query', read: ({ logic }) => logic.query },
  {
    name: 'Schedule',
    read: ({ logic: { schedule } }) =>
      schedule === null
        ? 'Near real time'
        : `every ${durationWords(schedule.frequency)}, the last ${durationWords(schedule.period)}`,
  },
  {
    name: 'Threshold',
    read: ({ logic: { schedule } }) => (schedule === null ? '' : `${schedule.operator} ${schedule.threshold}`),
  },
  { name: 'Alerts', read: ({ logic }) => (logic.perResult ? 'one per row' : 'one for all rows') },
  {
    name: 'Pause after an alert',
    read: ({ logic: { suppression } }) => (suppression.enabled ? durationWords(suppression.duration) : 'none'),
  },
  { name: 'Entities', read: ({ logic }) => mappingWords(logic.mappings) },
  { name: 'Incidents', read: ({ logic }) => groupingSaid(logic) },
];

export function changedFields(before: RuleDraft, after: RuleDraft): ChangedField[] {
  return facts.flatMap(({ name, read }) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [{ name, before: was, after: is }];
  });
}
