/**
 * Whether somebody was quicker: the fields of a change whose value is no longer what its author saw. Tags are no such
 * field, because adding or removing one is an edit of a list that others may edit at the same time.
 */
import type { Incident, IncidentChanges, SyncedField, Tag, Verdict } from '@/lib/domain/incident/incident';
import { changedFields } from '@/lib/domain/incident/paint';
import { type SyncedValues, sameField } from '@/lib/domain/incident/same-field';

/** An incident's values as they would be with these changes. */
export function valuesWith(values: SyncedValues, changes: IncidentChanges): SyncedValues {
  const { title, status, severity, assignee, verdict, tags } = { ...values, ...changes };
  return { title, status, severity, assignee, verdict, tags };
}

/** To the letter, as an author sees it: two true positives with different determinations are two verdicts. */
function sameWords(left: Verdict | null, right: Verdict | null): boolean {
  return (
    (left?.determination ?? null) === (right?.determination ?? null) &&
    (left?.comment ?? null) === (right?.comment ?? null)
  );
}

function sameToAuthor(field: SyncedField, left: SyncedValues, right: SyncedValues): boolean {
  return sameField(field, left, right) && (field !== 'verdict' || sameWords(left.verdict, right.verdict));
}

/** Fields that are neither what the author saw nor already what the author wants. */
export function overtakenFields(now: Incident, seen: IncidentChanges, changes: IncidentChanges): SyncedField[] {
  const saw = valuesWith(now, seen);
  const wants = valuesWith(now, changes);
  return changedFields(changes).filter(
    (field) => field !== 'tags' && !sameToAuthor(field, now, saw) && !sameToAuthor(field, now, wants),
  );
}

const nameOf = (tag: Tag) => tag.name.toLowerCase();

/** The list with what an author added and removed, leaving what others did meanwhile. */
export function editTags(now: readonly Tag[], saw: readonly Tag[], wants: readonly Tag[]): Tag[] {
  const before = new Set(saw.map(nameOf));
  const after = new Set(wants.map(nameOf));
  const here = new Set(now.map(nameOf));
  return [
    ...now.filter((tag) => tag.origin === 'system' || after.has(nameOf(tag)) || !before.has(nameOf(tag))),
    ...wants.filter((tag) => !before.has(nameOf(tag)) && !here.has(nameOf(tag))),
  ];
}
