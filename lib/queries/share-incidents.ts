/**
 * Keeps untouched incidents the same objects, so that a table of 10,000 rows re-renders only the rows that changed,
 * and caches that hang on an incident object (search texts) stay warm.
 */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';

const indexes = new WeakMap<readonly Incident[], Map<string, number>>();

/** Position by key, built once per array. */
export function indexOf(incidents: readonly Incident[]): Map<string, number> {
  const known = indexes.get(incidents);
  if (known !== undefined) return known;
  const index = new Map(incidents.map((incident, position) => [incident.key, position]));
  indexes.set(incidents, index);
  return index;
}

function isList(value: unknown): value is IncidentList {
  return typeof value === 'object' && value !== null && 'incidents' in value && 'health' in value;
}

/** TanStack Query shares what `select` made of the list by the same function, so other shapes come here too. */
export function shareLists(old: IncidentList | undefined, fresh: IncidentList): IncidentList;
export function shareLists(old: unknown, fresh: unknown): unknown;
export function shareLists(old: unknown, fresh: unknown): unknown {
  return isList(fresh) && (old === undefined || isList(old))
    ? shareIncidents(old, fresh)
    : replaceEqualDeep(old, fresh);
}

/** The new list with the old objects wherever nothing changed. */
function shareIncidents(old: IncidentList | undefined, fresh: IncidentList): IncidentList {
  if (old === undefined) return fresh;
  const index = indexOf(old.incidents);
  let same = old.incidents.length === fresh.incidents.length;
  const incidents = fresh.incidents.map((incident, position) => {
    const at = index.get(incident.key);
    const before = at === undefined ? undefined : old.incidents[at];
    const shared = before === undefined ? incident : replaceEqualDeep(before, incident);
    if (at !== position || shared !== before) same = false;
    return shared;
  });
  return { ...fresh, incidents: same ? old.incidents : incidents, health: replaceEqualDeep(old.health, fresh.health) };
}

/** The list with some incidents replaced, added (at the end) or removed. */
export function applyUpserts(
  incidents: Incident[],
  upserts: readonly Incident[],
  removed: readonly string[],
): Incident[] {
  const index = indexOf(incidents);
  const next = [...incidents];
  let touched = false;
  for (const incident of upserts) {
    const at = index.get(incident.key);
    const before = at === undefined ? undefined : next[at];
    const shared = before === undefined ? incident : replaceEqualDeep(before, incident);
    if (shared === before) continue;
    touched = true;
    if (at === undefined) next.push(shared);
    else next[at] = shared;
  }
  const gone = new Set(removed.filter((key) => index.has(key)));
  if (gone.size > 0) return next.filter((incident) => !gone.has(incident.key));
  return touched ? next : incidents;
}
