/** One side's value as a change that both sides can be given, when the systems disagree and somebody has chosen. */
import type { IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import { disagreements, type Faces } from '@/lib/domain/incident/merge';
import { fieldText, type SyncedValues, statusInSentinel } from '@/lib/domain/incident/same-field';
import { noVerdict } from '@/lib/domain/incident/verdict';
import type { System } from '@/lib/domain/source/source';

const changeOf: Record<SyncedField, (values: SyncedValues) => IncidentChanges | null> = {
  status: ({ status, verdict }) => ({
    status: statusInSentinel[status],
    // Closing needs a verdict: the side that is closed has said one.
    ...(statusInSentinel[status] === 'resolved' && verdict !== null ? { verdict } : {}),
  }),
  severity: ({ severity }) => (severity === 'unknown' ? null : { severity }),
  assignee: ({ assignee }) => ({ assignee }),
  verdict: ({ verdict }) => ({ verdict: verdict ?? noVerdict }),
  tags: ({ tags }) => ({ tags: tags.filter((tag) => tag.origin === 'analyst') }),
  title: ({ title }) => ({ title }),
};

/** `changes` are for both systems; `values` is what each showed before, as text for people. */
export type DriftChoice = { changes: IncidentChanges; values: Partial<Record<System, string>> };

/** A sentence when there is nothing to settle, or no way to. */
export function settleDrift(faces: Faces, field: SyncedField, keep: System): DriftChoice | string {
  const { defender, sentinel } = faces;
  if (defender === null || sentinel === null) return 'Only one system knows this incident.';
  if (!disagreements(faces).includes(field)) return `Defender and Sentinel agree on the ${field} by now.`;
  if (defender.status === 'redirected') {
    return `Defender has merged it into #${defender.redirectedTo ?? '?'}; what Sentinel says is closed by itself.`;
  }
  const changes = changeOf[field](faces[keep] ?? defender);
  if (changes === null) return 'That side has no value that the other could be given.';
  return { changes, values: { defender: fieldText(field, defender), sentinel: fieldText(field, sentinel) } };
}
