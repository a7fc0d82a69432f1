/** The field of a queue that asks for severity: the same for incidents, alerts and rules. */
import { severityWords } from '@/components/vocabulary/severity';
import { type Severity, severities } from '@/lib/domain/incident/incident';
import { type WordField, wordsOf } from '@/lib/domain/queue/queue-field';

const rank = new Map(severities.map((severity, at) => [severity, severities.length - at]));

/** `values` are those that the rows can have; rows without any stand last. */
export function severityField<Row extends { severity: Severity | null }>(
  values: readonly Severity[] = severities,
): WordField<Row> {
  return {
    id: 'severity',
    label: 'Severity',
    kind: 'choice',
    values,
    words: wordsOf(severityWords),
    read: ({ severity }) => (severity === null ? [] : [severity]),
    sortValue: ({ severity }) => (severity === null ? 0 : (rank.get(severity) ?? 0)),
    facet: true,
    groupable: true,
    sortable: true,
  };
}
