/**
 * What the queue keeps in its address: filter, sort and the row under the cursor. Defaults stay out of it.
 * `any` stands for an empty choice, because an absent parameter means the default.
 */
import { createLoader, createParser, createSerializer, type inferParserType, parseAsString } from 'nuqs/server';
import { emptyFilter, type IncidentFilter } from '@/lib/domain/incident/filter';
import { type Assignee, type IncidentStatus, incidentStatuses, severities } from '@/lib/domain/incident/incident';
import { defaultSort, type IncidentSort, incidentSortFields } from '@/lib/domain/incident/sort';
import { products, systems } from '@/lib/domain/source/source';
import { parseRange, printRange, rangeBounds, type TimeRange } from '@/lib/routes/time-range';

const sameText = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((value, at) => value === right[at]);

/** A choice of known words. One unknown word makes the whole parameter malformed: half a filter would mislead. */
function choiceOf<Word extends string>(words: readonly Word[]) {
  return createParser<Word[]>({
    parse: (text) => {
      if (text === 'any') return [];
      const chosen = text.split(',').map((part) => words.find((word) => word === part));
      return chosen.every((word) => word !== undefined) ? [...new Set(chosen)] : null;
    },
    serialize: (chosen) => (chosen.length === 0 ? 'any' : chosen.join(',')),
    eq: sameText,
  });
}

/** Free words such as tags; a comma inside one is escaped as `%2C`. */
const freeChoice = createParser<string[]>({
  parse: (text) => {
    try {
      return text === 'any' ? [] : text.split(',').map((part) => decodeURIComponent(part));
    } catch {
      // A lone percent sign is no escape; the page says that the parameter was not understood.
      return null;
    }
  },
  serialize: (chosen) =>
    chosen.length === 0 ? 'any' : chosen.map((part) => part.replace(/[%,]/gu, encodeURIComponent)).join(','),
  eq: sameText,
});

const sortParser = createParser<IncidentSort>({
  parse: (text) => {
    const descending = text.startsWith('-');
    const by = incidentSortFields.find((field) => field === (descending ? text.slice(1) : text));
    return by === undefined ? null : { by, direction: descending ? 'descending' : 'ascending' };
  },
  serialize: ({ by, direction }) => (direction === 'descending' ? `-${by}` : by),
  eq: (left, right) => left.by === right.by && left.direction === right.direction,
});

const rangeParser = createParser<TimeRange>({
  parse: parseRange,
  serialize: printRange,
  eq: (left, right) => printRange(left) === printRange(right),
});

const timeFields = ['updatedAt', 'createdAt', 'lastActivityAt'] as const;
const timeParser = createParser<(typeof timeFields)[number]>({
  parse: (text) => timeFields.find((field) => field === text) ?? null,
  serialize: (field) => field,
});

/** What is open: where an analyst starts the day. */
export const openStatuses: IncidentStatus[] = ['new', 'inProgress'];

export const incidentsSearch = {
  status: choiceOf(incidentStatuses).withDefault(openStatuses),
  severity: choiceOf(severities).withDefault([]),
  system: choiceOf(systems).withDefault([]),
  product: choiceOf(products).withDefault([]),
  /** User principal names; `me` and `unassigned` stand for themselves. */
  assignee: freeChoice.withDefault([]),
  tag: freeChoice.withDefault([]),
  range: rangeParser.withDefault('30d'),
  /** Which time `range` is about. */
  time: timeParser.withDefault('updatedAt'),
  q: parseAsString.withDefault(''),
  sort: sortParser.withDefault(defaultSort),
  row: parseAsString,
};

export type IncidentsSearch = inferParserType<typeof incidentsSearch>;

export const loadIncidentsSearch = createLoader(incidentsSearch);

/** `?severity=high`, or nothing when everything is as by default. */
export const printIncidentsSearch = createSerializer(incidentsSearch);

/** The parameters of an address that the queue did not understand and answers with defaults. */
export function misreadParameters(search: URLSearchParams): string[] {
  return Object.entries(incidentsSearch)
    .filter(([name, parser]) => {
      const text = search.get(name);
      return text !== null && parser.parse(text) === null;
    })
    .map(([name]) => name);
}

/** The filter that the address stands for, at a moment and for a person. */
export function filterOf(search: IncidentsSearch, now: Date, me: Assignee | null): IncidentFilter {
  return {
    ...emptyFilter,
    status: search.status,
    severity: search.severity,
    systems: search.system,
    products: search.product,
    assignees: search.assignee.map((name) => (name === 'me' && me !== null ? me.name : name)),
    tags: search.tag,
    time: { field: search.time, ...rangeBounds(search.range, now) },
    text: search.q,
  };
}
