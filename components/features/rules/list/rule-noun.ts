/** The list of rules as the query language knows it: every field that can be asked for, grouped or sorted by. */
import {
  everyWords,
  groupingKind,
  groupingKinds,
  groupingKindWords,
  mappedEntities,
  ruleKindWords,
  ruleStatusWords,
} from '@/components/features/rules/rule-words';
import { severityField } from '@/components/vocabulary/severity-field';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { isoDurationMs } from '@/lib/base/iso-duration';
import { type QueueField, type QueueNoun, wordsOf } from '@/lib/domain/queue/queue-field';
import { type Rule, ruleKinds, ruleSeverities, ruleStatus, ruleStatuses } from '@/lib/domain/rule/rule';
import { visibleText } from '@/lib/domain/text/visible';

const minuteMs = 60_000;

/** Milliseconds between two runs. */
function everyMs({ kind, logic }: Rule): number | null {
  if (kind === 'nrt') return minuteMs;
  return logic?.schedule == null ? null : isoDurationMs(logic.schedule.frequency);
}

const fields: readonly QueueField<Rule>[] = [
  {
    id: 'title',
    label: 'Name',
    aliases: ['name', 'rule'],
    kind: 'text',
    read: ({ title }) => [title],
    sortable: true,
  },
  {
    id: 'status',
    label: 'Status',
    aliases: ['enabled'],
    kind: 'choice',
    values: ruleStatuses,
    words: wordsOf(ruleStatusWords),
    read: (rule) => [ruleStatus(rule)],
    facet: true,
    groupable: true,
    sortable: true,
    hint: 'Auto disabled: Sentinel gave up on it',
  },
  severityField(ruleSeverities),
  {
    id: 'kind',
    label: 'Kind',
    kind: 'choice',
    values: ruleKinds,
    words: wordsOf(ruleKindWords),
    read: ({ kind }) => [kind],
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'grouping',
    label: 'Incidents',
    aliases: ['incidents'],
    kind: 'choice',
    values: groupingKinds,
    words: wordsOf(groupingKindWords),
    read: (rule) => {
      const kind = groupingKind(rule);
      return kind === null ? [] : [kind];
    },
    facet: true,
    groupable: true,
    sortable: true,
    hint: 'How its alerts become incidents',
  },
  {
    id: 'entity',
    label: 'Entities',
    kind: 'tags',
    read: mappedEntities,
    facet: true,
    groupable: true,
    hint: 'What its alerts name; none is what correlation cannot use',
  },
  {
    id: 'tactic',
    label: 'Tactics',
    kind: 'tags',
    words: tacticWord,
    read: ({ tactics }) => tactics,
    facet: true,
    groupable: true,
  },
  { id: 'technique', label: 'Techniques', kind: 'tags', read: ({ techniques }) => techniques, facet: true },
  {
    id: 'every',
    label: 'Runs every',
    kind: 'tags',
    read: (rule) => {
      const words = everyWords(rule);
      return words === null ? [] : [words];
    },
    sortValue: everyMs,
    facet: true,
    sortable: true,
  },
  { id: 'query', label: 'Query', kind: 'text', read: ({ logic }) => (logic === null ? [] : [logic.query]) },
  { id: 'id', label: 'ID', kind: 'text', read: ({ id }) => [id] },
  {
    id: 'updated',
    label: 'Last modified',
    aliases: ['modified'],
    kind: 'time',
    read: ({ updatedAt }) => updatedAt,
    sortable: true,
  },
];

export const ruleNoun: QueueNoun<Rule> = {
  name: 'rules',
  one: 'rule',
  many: 'rules',
  keyOf: ({ id }) => id,
  fields,
  // Which rules read a table is a question that their queries answer.
  searchText: ({ title, description, id, logic }) =>
    visibleText(`${title}\n${description}\n${id}\n${logic?.query ?? ''}`),
};
