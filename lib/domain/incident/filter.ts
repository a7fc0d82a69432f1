/**
 * Which incidents a filter lets through. Pure and quick, because the browser runs it over the whole queue at every
 * key press: everything that depends only on the filter is prepared once, and the text of an incident is joined once.
 */
import type { Incident, IncidentStatus, Severity } from '@/lib/domain/incident/incident';
import type { Product, System } from '@/lib/domain/source/source';

/** Values of one field are alternatives, fields are conditions. An empty list lets everything through. */
export type IncidentFilter = {
  status: readonly IncidentStatus[];
  severity: readonly Severity[];
  systems: readonly System[];
  products: readonly Product[];
  /** User principal names, in any case; `unassigned` stands for nobody. */
  assignees: readonly string[];
  tags: readonly string[];
  /** Which time the range is about. Bounds are ISO 8601 UTC, `from` inclusive, `to` exclusive, null open. */
  time: { field: 'updatedAt' | 'createdAt' | 'lastActivityAt'; from: string | null; to: string | null };
  /** Words that must all occur in title, ids, assignee, tags, tactics or description, in any case. */
  text: string;
};

/** The assignee value that stands for nobody. */
export const unassigned = 'unassigned';

export const emptyFilter: IncidentFilter = {
  status: [],
  severity: [],
  systems: [],
  products: [],
  assignees: [],
  tags: [],
  time: { field: 'updatedAt', from: null, to: null },
  text: '',
};

const searchTexts = new WeakMap<Incident, string>();

/** Everything of an incident that free text searches, lower-case. Kept per object: an untouched incident is the same object. */
function searchTextOf(incident: Incident): string {
  const known = searchTexts.get(incident);
  if (known !== undefined) return known;
  const text = [
    incident.title,
    incident.key,
    incident.defender?.id ?? '',
    incident.sentinel?.number ?? '',
    incident.sentinel?.name ?? '',
    incident.assignee?.name ?? '',
    incident.assignee?.displayName ?? '',
    ...incident.tags.map((tag) => tag.name),
    ...incident.tactics,
    incident.description ?? '',
  ]
    .join('\n')
    .toLowerCase();
  searchTexts.set(incident, text);
  return text;
}

type Test = (incident: Incident) => boolean;

function member<Value>(values: readonly Value[], read: (incident: Incident) => Value): Test[] {
  if (values.length === 0) return [];
  const wanted = new Set(values);
  return [(incident) => wanted.has(read(incident))];
}

function timeTest({ field, from, to }: IncidentFilter['time']): Test[] {
  if (from === null && to === null) return [];
  const fromMs = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const toMs = to === null ? Number.POSITIVE_INFINITY : Date.parse(to);
  return [
    (incident) => {
      const time = incident[field];
      if (time === null) return false;
      const ms = Date.parse(time);
      return ms >= fromMs && ms < toMs;
    },
  ];
}

/** Words of the search box; a leading `#` of an incident number is not part of it. */
function textTest(text: string): Test[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/^#(?=\d)/u, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return [
    (incident) => {
      const haystack = searchTextOf(incident);
      return words.every((word) => haystack.includes(word));
    },
  ];
}

function systemsTest(systems: readonly System[]): Test[] {
  if (systems.length === 0) return [];
  const defender = systems.includes('defender');
  const sentinel = systems.includes('sentinel');
  return [(incident) => (defender && incident.defender !== null) || (sentinel && incident.sentinel !== null)];
}

function overlapTest(values: readonly string[], read: (incident: Incident) => readonly string[]): Test[] {
  if (values.length === 0) return [];
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return [(incident) => read(incident).some((value) => wanted.has(value.toLowerCase()))];
}

/** A predicate for one filter; build it once per filter, not per incident. */
export function incidentMatcher(filter: IncidentFilter): (incident: Incident) => boolean {
  const tests: Test[] = [
    ...member(filter.status, (incident) => incident.status),
    ...member(filter.severity, (incident) => incident.severity),
    ...systemsTest(filter.systems),
    ...overlapTest(filter.products, (incident) => incident.products),
    ...overlapTest(filter.assignees, (incident) => [incident.assignee?.name ?? unassigned]),
    ...overlapTest(filter.tags, (incident) => incident.tags.map((tag) => tag.name)),
    ...timeTest(filter.time),
    ...textTest(filter.text),
  ];
  return (incident) => tests.every((test) => test(incident));
}
