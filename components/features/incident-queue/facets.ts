/** What can be chosen in each filter chip, with counts over the incidents that the other filters let through. */
import { incidentMatcher } from '@/lib/domain/incident/filter';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { filterOf, type IncidentsSearch } from '@/lib/routes/incidents-search';

export type Facet = 'status' | 'severity' | 'system' | 'product' | 'assignee' | 'tag';

const valuesOf = {
  status: (incident) => [incident.status],
  severity: (incident) => [incident.severity],
  system: (incident) => [
    ...(incident.defender === null ? [] : ['defender']),
    ...(incident.sentinel === null ? [] : ['sentinel']),
  ],
  product: (incident) => incident.products,
  assignee: (incident) => [incident.assignee?.name.toLowerCase() ?? 'unassigned'],
  tag: (incident) => incident.tags.map((tag) => tag.name),
} satisfies Record<Facet, (incident: Incident) => readonly string[]>;

/** How many incidents each value of a facet would give. */
export function facetCounts(
  facet: Facet,
  incidents: readonly Incident[],
  search: IncidentsSearch,
  now: Date,
  me: Assignee | null,
): ReadonlyMap<string, number> {
  const matcher = incidentMatcher(filterOf({ ...search, [facet]: [] }, now, me));
  const counts = new Map<string, number>();
  for (const incident of incidents) {
    if (!matcher(incident)) continue;
    for (const value of valuesOf[facet](incident)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
