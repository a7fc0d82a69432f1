/** What a press on a column's header sorts by: first the way that analysts want it, then the other. */
import { type IncidentSort, incidentSortFields } from '@/lib/domain/incident/sort';

/** Null for a column that cannot be sorted by. */
export function nextSort(current: IncidentSort, columnId: string): IncidentSort | null {
  const by = incidentSortFields.find((field) => field === columnId);
  if (by === undefined) return null;
  if (current.by === by) return { by, direction: current.direction === 'descending' ? 'ascending' : 'descending' };
  // Names are read from A, numbers and times from the largest.
  return { by, direction: by === 'title' || by === 'assignee' ? 'ascending' : 'descending' };
}
