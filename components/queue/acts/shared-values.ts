/** What several rows have in common, and who is known to the queue: what an editor of many begins with. */
import type { Assignee } from '@/lib/domain/incident/incident';
import { sameAssignee } from '@/lib/domain/incident/same-assignee';

/** The value that all of them share, or null. */
export function sharedValue<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Value | null {
  const [first, ...rest] = rows.map(read);
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

/** Undefined when they have different ones. */
export function sharedAssignee(assignees: readonly (Assignee | null)[]): Assignee | null | undefined {
  const [first, ...rest] = assignees;
  return first !== undefined && rest.every((other) => sameAssignee(other, first)) ? first : undefined;
}

/** Everybody that rows of the queue are assigned to, each once, by name. */
export function assigneesOf<Row>(all: readonly Row[], read: (row: Row) => Assignee | null): Assignee[] {
  const found = new Map<string, Assignee>();
  for (const row of all) {
    const assignee = read(row);
    if (assignee !== null) found.set(assignee.name.toLowerCase(), assignee);
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}
