/** A rule in words, and what changed from one state of it to another: one's own doing, or somebody else's meanwhile. */
import { durationWords } from '@/lib/domain/rule/duration';
import { groupingWords } from '@/lib/domain/rule/grouping-choice';
import { operatorWords } from '@/lib/domain/rule/operator-words';
import type { EntityMapping, RuleDraft } from '@/lib/domain/rule/rule';

/** Texts for people. */
export type ChangedField = { name: string; before: string; after: string };

const mappingWords = (mappings: readonly EntityMapping[]): string =>
  mappings.map(({ entity, fields }) => `${entity} (${fields.map(({ column }) => column).join(', ')})`).join(', ');

function groupingSaid({ createsIncidents, grouping }: RuleDraft['logic']): string {
  if (!createsIncidents) return 'No incidents';
  const { choice, lookback, reopen, entities, alertDetails, customDetails } = grouping;
  const { short } = groupingWords[choice];
  if (choice === 'alert') return short;
  const matched = [...entities, ...alertDetails, ...customDetails].join(', ') || 'nothing yet';
  const chosen = choice === 'selected' ? `: ${matched}` : '';
  return `${short}${chosen}, within ${durationWords(lookback)}${reopen ? ', reopens' : ''}`;
}

const facts: readonly { name: string; read: (draft: RuleDraft) => string }[] = [
  { name: 'Name', read: ({ title }) => title },
  { name: 'Description', read: ({ description }) => description },
  { name: 'Severity', read: ({ severity }) => `${severity.charAt(0).toUpperCase()}${severity.slice(1)}` },
  { name: 'Switched on', read: ({ enabled }) => (enabled ? 'Yes' : 'No') },
  { name: 'Tactics', read: ({ tactics }) => tactics.join(', ') },
  { name: 'Techniques', read: ({ techniques }) => techniques.join(', ') },
  { name: 'Query', read: ({ logic }) => logic.query },
  {
    name: 'Schedule',
    read: ({ logic: { schedule } }) =>
      schedule === null
        ? 'Near real time'
        : `Every ${durationWords(schedule.frequency)}, over the last ${durationWords(schedule.period)}`,
  },
  {
    name: 'Threshold',
    read: ({ logic: { schedule } }) =>
      schedule === null ? 'Any row' : `${operatorWords[schedule.operator]} ${schedule.threshold} rows`,
  },
  { name: 'Alerts', read: ({ logic }) => (logic.perResult ? 'One for each row' : 'One for all rows of a run') },
  {
    name: 'Pause after an alert',
    read: ({ logic: { suppression } }) => (suppression.enabled ? durationWords(suppression.duration) : 'None'),
  },
  { name: 'Entities', read: ({ logic }) => mappingWords(logic.mappings) },
  { name: 'Incidents', read: ({ logic }) => groupingSaid(logic) },
];

/** A rule in words, fact by fact in the order of the wizard. */
export function draftFacts(draft: RuleDraft): { name: string; value: string }[] {
  return facts.map(({ name, read }) => ({ name, value: read(draft) }));
}

export function changedFields(before: RuleDraft, after: RuleDraft): ChangedField[] {
  return facts.flatMap(({ name, read }) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [{ name, before: was, after: is }];
  });
}
