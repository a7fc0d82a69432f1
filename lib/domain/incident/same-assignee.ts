/** Defender stores a name only, so names are what can be compared. */
import type { Assignee } from '@/lib/domain/incident/incident';

export function sameAssignee(left: Assignee | null, right: Assignee | null): boolean {
  return (left?.name.toLowerCase() ?? null) === (right?.name.toLowerCase() ?? null);
}
