/**
 * Whether two views of an incident agree on a field, as far as both systems can express it. What one system cannot say
 * (a determination, `awaitingAction`, `redirected`, an unknown severity) is no disagreement.
 */
import type { IncidentFace } from '@/lib/domain/incident/face';
import type { Assignee, IncidentStatus, SyncedField, Tag } from '@/lib/domain/incident/incident';
import { sameVerdict } from '@/lib/domain/incident/verdict';

/** The fields that both systems have, as one of them shows them. */
export type SyncedValues = Pick<IncidentFace, SyncedField>;

/** What Sentinel makes of each status; its own three are themselves. */
export const statusInSentinel = {
  new: 'new',
  inProgress: 'inProgress',
  awaitingAction: 'inProgress',
  resolved: 'resolved',
  redirected: 'resolved',
} as const satisfies Record<IncidentStatus, IncidentStatus>;

/** Everything that a person or group is called, in lower case: name, display name, object id. */
export function assigneeNames(person: Assignee): string[] {
  return [person.name, person.displayName, person.objectId].flatMap((name) => (name ? [name.toLowerCase()] : []));
}

/** Defender keeps a text, Sentinel an object id, a UPN and a name: one of them in common is the same person. */
export function samePerson(left: Assignee | null, right: Assignee | null): boolean {
  if (left === null || right === null) return left === right;
  // What it nearly always is, without the lists.
  if (left.name !== '' && left.name === right.name) return true;
  const names = new Set(assigneeNames(left));
  return assigneeNames(right).some((name) => names.has(name));
}

/** What Sentinel is told by Microsoft about a merged incident, as if an analyst had written it. Docs print both cases. */
const mergeTag = 'redirected';

function analystTags(tags: readonly Tag[]): string {
  const names = tags.filter((tag) => tag.origin === 'analyst').map((tag) => tag.name.toLowerCase());
  return [...new Set(names)]
    .filter((name) => name !== mergeTag)
    .sort()
    .join('\n');
}

const tests = {
  status: (left, right) => statusInSentinel[left.status] === statusInSentinel[right.status],
  severity: (left, right) =>
    left.severity === right.severity || left.severity === 'unknown' || right.severity === 'unknown',
  assignee: (left, right) => samePerson(left.assignee, right.assignee),
  verdict: (left, right) => sameVerdict(left.verdict, right.verdict),
  tags: (left, right) => analystTags(left.tags) === analystTags(right.tags),
  title: (left, right) => left.title === right.title,
} satisfies Record<SyncedField, (left: SyncedValues, right: SyncedValues) => boolean>;

export function sameField(field: SyncedField, left: SyncedValues, right: SyncedValues): boolean {
  return tests[field](left, right);
}

const texts = {
  status: (values) => values.status,
  severity: (values) => values.severity,
  assignee: (values) => values.assignee?.name ?? 'unassigned',
  verdict: (values) =>
    values.verdict === null
      ? 'not set'
      : [values.verdict.classification, values.verdict.determination ?? values.verdict.reason]
          .filter(Boolean)
          .join(' / '),
  tags: (values) =>
    values.tags
      .filter((tag) => tag.origin === 'analyst')
      .map((tag) => tag.name)
      .join(', ') || 'none',
  title: (values) => values.title,
} satisfies Record<SyncedField, (values: SyncedValues) => string>;

/** A field's value as text for people. */
export function fieldText(field: SyncedField, values: SyncedValues): string {
  return texts[field](values);
}
