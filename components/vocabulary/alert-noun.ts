/** The alert queue as the query language knows it: every field that can be asked for, grouped or sorted by. */
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { detectionSourceWord } from '@/components/vocabulary/detection-source-words';
import { mineField } from '@/components/vocabulary/mine-field';
import { productWords } from '@/components/vocabulary/product-words';
import { severityField } from '@/components/vocabulary/severity-field';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { classificationWords } from '@/components/vocabulary/verdict-words';
import { alertStatuses } from '@/lib/domain/alert/alert';
import { type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import { type QueueField, type QueueNoun, wordsOf } from '@/lib/domain/queue/queue-field';
import { type Beholder, whoseFor } from '@/lib/domain/queue/whose';
import { products, systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';

const productNames = Object.fromEntries(products.map((product) => [product, productWords[product].name]));
const verdictNames = Object.fromEntries(Object.entries(classificationWords).map(([value, { name }]) => [value, name]));
const syncWords = { pending: 'Pending', refused: 'Refused', confirmed: 'Confirmed' };
/** Who answers for the alert. */
export const alertSystemWords = { defender: 'Defender', sentinel: 'Sentinel only' } as const;

const choices: readonly QueueField<AlertRow>[] = [
  severityField(),
  {
    id: 'status',
    label: 'Status',
    kind: 'choice',
    values: alertStatuses,
    words: wordsOf(alertStatusWords),
    read: ({ status }) => [status],
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'source',
    label: 'Service source',
    aliases: ['product', 'servicesource'],
    kind: 'choice',
    values: products,
    words: wordsOf(productNames),
    read: ({ product }) => [product],
    facet: true,
    groupable: true,
    sortable: true,
    hint: 'The product that raised the alert',
  },
  {
    id: 'system',
    label: 'System',
    kind: 'choice',
    values: systems,
    words: wordsOf(alertSystemWords),
    read: ({ system }) => [system],
    facet: true,
    groupable: true,
    hint: 'Shown by Defender, or known to the workspace alone',
  },
  {
    id: 'verdict',
    label: 'Verdict',
    aliases: ['classification'],
    kind: 'choice',
    values: Object.keys(classificationWords),
    words: wordsOf(verdictNames),
    read: ({ verdict }) => (verdict === null ? [] : [verdict.classification]),
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'sync',
    label: 'Sync',
    kind: 'choice',
    values: Object.keys(syncWords),
    words: wordsOf(syncWords),
    read: ({ sync }) => [...new Set(alertFields.flatMap((field) => sync[field]?.state ?? []))],
    facet: true,
    hint: 'Changes on their way, or refused',
  },
];

const words: readonly QueueField<AlertRow>[] = [
  {
    id: 'detection',
    label: 'Detection source',
    aliases: ['detectionsource', 'detectedby'],
    kind: 'tags',
    words: detectionSourceWord,
    read: ({ detectionSource }) => (detectionSource === null ? [] : [detectionSource]),
    facet: true,
    groupable: true,
    sortable: true,
    hint: 'What in the product detected it, e.g. a scheduled rule',
  },
  {
    id: 'incident',
    label: 'Incident',
    aliases: ['incidentid'],
    kind: 'tags',
    read: ({ incidentKey }) => (incidentKey === null ? [] : [incidentKey]),
    facet: true,
    groupable: true,
    sortable: true,
    hint: 'Defender’s number, or Sentinel’s GUID for its own incidents',
  },
  {
    id: 'assignee',
    label: 'Assignee',
    aliases: ['owner'],
    kind: 'people',
    read: ({ assignee }) => (assignee === null ? [] : [assignee]),
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'tactic',
    label: 'Tactic',
    aliases: ['category'],
    kind: 'tags',
    words: tacticWord,
    read: ({ tactics }) => tactics,
    facet: true,
    groupable: true,
  },
  { id: 'technique', label: 'Technique', kind: 'tags', read: ({ techniques }) => techniques, facet: true },
  {
    id: 'user',
    label: 'User',
    aliases: ['account'],
    kind: 'tags',
    words: visibleText,
    read: ({ users }) => users,
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'device',
    label: 'Device',
    aliases: ['host', 'machine'],
    kind: 'tags',
    words: visibleText,
    read: ({ devices }) => devices,
    facet: true,
    groupable: true,
    sortable: true,
  },
  {
    id: 'title',
    label: 'Title',
    kind: 'text',
    words: visibleText,
    read: ({ title }) => [title],
    groupable: true,
    sortable: true,
  },
  { id: 'id', label: 'ID', kind: 'text', read: ({ id }) => [id], hint: 'Defender’s or Sentinel’s id of the alert' },
];

const times: readonly QueueField<AlertRow>[] = [
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
    id: 'first',
    label: 'First activity',
    kind: 'time',
    read: ({ firstActivityAt }) => firstActivityAt,
    sortable: true,
  },
  {
    id: 'activity',
    label: 'Last activity',
    kind: 'time',
    read: ({ lastActivityAt }) => lastActivityAt,
    sortable: true,
  },
];

function searchText(alert: AlertRow): string {
  return [
    alert.title,
    alert.id,
    alert.incidentKey ?? '',
    alert.assignee ?? '',
    productWords[alert.product].name,
    alert.detectionSource === null ? '' : detectionSourceWord(alert.detectionSource),
    ...alert.tactics.map(tacticWord),
    ...alert.techniques,
    ...alert.users,
    ...alert.devices,
  ].join('\n');
}

/** Graph's alert has a text where a person or a group is meant. */
const named = (name: string) => ({ name, displayName: null, objectId: null });

/** For whoever looks: which alerts are mine depends on that. */
export function alertNoun(beholder: Beholder): QueueNoun<AlertRow> {
  const whose = whoseFor(beholder);
  const mine = mineField<AlertRow>(({ assignee }) => whose.of(assignee === null ? null : named(assignee)));
  return {
    name: 'alerts',
    one: 'alert',
    many: 'alerts',
    keyOf: ({ id }) => id,
    fields: [...choices, ...words, mine, ...times],
    searchText,
  };
}
