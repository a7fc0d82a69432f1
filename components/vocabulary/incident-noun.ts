/** The incident queue as the query language knows it: every field that can be asked for, grouped or sorted by. */
import { mineField } from '@/components/vocabulary/mine-field';
import { priorityScoreOf } from '@/components/vocabulary/priority-words';
import { productWords } from '@/components/vocabulary/product-words';
import { severityField } from '@/components/vocabulary/severity-field';
import { statusWords } from '@/components/vocabulary/status';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { classificationWords } from '@/components/vocabulary/verdict-words';
import { type Incident, incidentStatuses, syncedFields } from '@/lib/domain/incident/incident';
import { isOpen } from '@/lib/domain/incident/is-open';
import { responseDueMs } from '@/lib/domain/incident/response-time';
import { type QueueField, type QueueNoun, wordsOf } from '@/lib/domain/queue/queue-field';
import { type Beholder, type Whose, whoseFor } from '@/lib/domain/queue/whose';
import { products, systems, systemWords } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';

/** What the answer to some fields depends on besides the incident. */
export type IncidentContext = Beholder & {
  now: Date;
  /** When the visit before this one ended, ISO 8601; null on the first. */
  since: string | null;
};

const classifications = Object.keys(classificationWords);
/** Nearly all of them are Microsoft's, so the word says nothing in a list. */
const productNames = Object.fromEntries(
  products.map((product) => [product, productWords[product].name.replace(/^Microsoft /u, '')]),
);
const verdictNames = Object.fromEntries(Object.entries(classificationWords).map(([value, { name }]) => [value, name]));

const syncWords = { pending: 'Pending', refused: 'Refused', drifted: 'Systems disagree', confirmed: 'Confirmed' };
const slaWords = { overdue: 'Overdue', due: 'Waiting', begun: 'Begun' };
const sinceWords = { new: 'New since my last visit', changed: 'Changed since my last visit', seen: 'As I left it' };
export const morningWords = {
  unassignedHigh: 'High and nobody’s',
  mine: 'Mine or my groups’',
  new: 'New since my last visit',
  rest: 'Everything else',
};

function sinceVisit(incident: Incident, since: string | null): keyof typeof sinceWords {
  if (since === null || incident.createdAt > since) return 'new';
  return incident.updatedAt > since ? 'changed' : 'seen';
}

/** The one section of the morning that an incident stands in. */
function morningOf(incident: Incident, { since }: IncidentContext, whose: Whose): keyof typeof morningWords {
  if (!isOpen(incident)) return 'rest';
  const has = whose.of(incident.assignee);
  if (incident.severity === 'high' && has === 'nobody') return 'unassignedHigh';
  if (has === 'me' || has === 'group') return 'mine';
  return sinceVisit(incident, since) === 'new' ? 'new' : 'rest';
}

function slaOf(incident: Incident, nowMs: number): keyof typeof slaWords {
  const dueMs = responseDueMs(incident);
  if (dueMs === null) return 'begun';
  return dueMs < nowMs ? 'overdue' : 'due';
}

const choices: readonly QueueField<Incident>[] = [
  severityField(),
  {
    id: 'status',
    label: 'Status',
    kind: 'choice',
    values: incidentStatuses,
    words: wordsOf(statusWords),
    read: ({ status }) => [status],
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'system',
    label: 'System',
    kind: 'choice',
    values: systems,
    words: wordsOf(systemWords),
    read: ({ defender, sentinel }) => [
      ...(defender === null ? [] : ['defender']),
      ...(sentinel === null ? [] : ['sentinel']),
    ],
    facet: true,
    groupable: true,
    hint: 'Defender, Sentinel or both',
  },
  {
    id: 'product',
    label: 'Source',
    aliases: ['source'],
    kind: 'choice',
    values: products,
    words: wordsOf(productNames),
    read: ({ products: sources }) => sources,
    facet: true,
    groupable: true,
    hint: 'The product that raised the alerts',
  },
  {
    id: 'verdict',
    label: 'Verdict',
    aliases: ['classification'],
    kind: 'choice',
    values: classifications,
    words: wordsOf(verdictNames),
    read: ({ verdict }) => (verdict === null ? [] : [verdict.classification]),
    facet: true,
    groupable: true,
  },
  {
    id: 'sync',
    label: 'Sync',
    kind: 'choice',
    values: Object.keys(syncWords),
    words: wordsOf(syncWords),
    read: ({ sync }) => [...new Set(syncedFields.flatMap((field) => sync[field]?.state ?? []))],
    facet: true,
    hint: 'Changes on their way, refused, or systems that disagree',
  },
];

const words: readonly QueueField<Incident>[] = [
  {
    id: 'assignee',
    label: 'Assignee',
    aliases: ['owner'],
    kind: 'people',
    read: ({ assignee }) =>
      assignee === null ? [] : [assignee.name, ...(assignee.displayName === null ? [] : [assignee.displayName])],
    sortValue: ({ assignee }) => assignee?.displayName ?? assignee?.name ?? null,
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'tag',
    label: 'Tag',
    aliases: ['tags'],
    kind: 'tags',
    words: visibleText,
    read: ({ tags }) => tags.map(({ name }) => name),
    facet: true,
    groupable: true,
  },
  {
    id: 'tactic',
    label: 'Tactic',
    aliases: ['tactics'],
    kind: 'tags',
    words: tacticWord,
    read: ({ tactics }) => tactics,
    facet: true,
    groupable: true,
  },
  { id: 'title', label: 'Title', kind: 'text', read: ({ title }) => [title], sortable: true },
  {
    id: 'id',
    label: 'ID',
    kind: 'text',
    read: ({ defender, sentinel, key }) => [
      ...(defender === null ? [] : [defender.id]),
      ...(sentinel === null ? [] : [String(sentinel.number), sentinel.name]),
      key,
    ],
    sortable: true,
    hint: 'Defender’s id, Sentinel’s number or GUID',
  },
  {
    id: 'provider',
    label: 'Provider',
    kind: 'tags',
    read: ({ sentinel }) => (sentinel === null ? [] : [sentinel.providerName]),
    facet: true,
    hint: 'Sentinel’s incident provider',
  },
];

const measures: readonly QueueField<Incident>[] = [
  { id: 'alerts', label: 'Alerts', kind: 'number', read: ({ alertCount }) => alertCount, sortable: true },
  {
    id: 'sources',
    label: 'Sources',
    kind: 'number',
    read: ({ products: sources }) => sources.length,
    hint: 'How many products raised alerts',
  },
  { id: 'updated', label: 'Updated', kind: 'time', read: ({ updatedAt }) => updatedAt, sortable: true },
  {
    id: 'created',
    label: 'Created',
    kind: 'time',
    read: ({ createdAt }) => createdAt,
    sortable: true,
    groupable: true,
  },
  {
    id: 'activity',
    label: 'Last activity',
    kind: 'time',
    read: ({ lastActivityAt }) => lastActivityAt,
    sortable: true,
  },
];

/** Fields whose answer depends on when and by whom they are asked. */
function personal(context: IncidentContext): readonly QueueField<Incident>[] {
  const nowMs = context.now.getTime();
  const whose = whoseFor(context);
  return [
    mineField(({ assignee }) => whose.of(assignee)),
    {
      id: 'priority',
      label: 'Priority',
      kind: 'number',
      read: (incident) => priorityScoreOf(incident, context.now),
      sortable: true,
    },
    {
      id: 'sla',
      label: 'Response',
      kind: 'choice',
      values: Object.keys(slaWords),
      words: wordsOf(slaWords),
      read: (incident) => [slaOf(incident, nowMs)],
      facet: true,
      groupable: true,
      hint: 'Whether somebody has begun in time',
    },
    {
      id: 'since',
      label: 'Since my last visit',
      kind: 'choice',
      values: Object.keys(sinceWords),
      words: wordsOf(sinceWords),
      read: (incident) => [sinceVisit(incident, context.since)],
      facet: true,
    },
    {
      id: 'morning',
      label: 'Morning',
      kind: 'choice',
      values: Object.keys(morningWords),
      words: wordsOf(morningWords),
      read: (incident) => [morningOf(incident, context, whose)],
      groupable: true,
      hint: 'What to look at first today',
    },
  ];
}

function searchText(incident: Incident): string {
  return [
    incident.title,
    incident.key,
    incident.defender?.id ?? '',
    incident.sentinel?.number ?? '',
    incident.sentinel?.name ?? '',
    incident.assignee?.name ?? '',
    incident.assignee?.displayName ?? '',
    ...incident.tags.map((tag) => tag.name),
    ...incident.tactics,
    ...incident.tactics.map(tacticWord),
    incident.description ?? '',
  ].join('\n');
}

export function incidentNoun(context: IncidentContext): QueueNoun<Incident> {
  return {
    name: 'incidents',
    one: 'incident',
    many: 'incidents',
    keyOf: ({ key }) => key,
    fields: [...choices, ...words, ...measures, ...personal(context)],
    searchText,
  };
}
