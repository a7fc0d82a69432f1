/** The entities of an alert: what the rule's mappings find in its rows, each once. */
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { SentinelEntityMapping } from '@/lib/wire/sentinel/alert-rule-parts';
import { type AnswerRow, cellText } from '@/mocks/cloud/detection/answer-rows';
import { detectedEvidence } from '@/mocks/store/detected-evidence';
import type { Store } from '@/mocks/store/store';

/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const mostEntities = 500;

export function mappedEntities(
  store: Store,
  mappings: readonly SentinelEntityMapping[],
  rows: readonly AnswerRow[],
  at: number,
): GraphEvidence[] {
  const found = new Map<string, GraphEvidence>();
  for (const row of rows) {
    for (const { entityType, fieldMappings } of mappings) {
      const named = Object.fromEntries(
        fieldMappings.map((field) => [field.identifier, cellText(row[field.columnName])]),
      );
      const key = JSON.stringify([entityType, named]).toLowerCase();
      if (found.has(key)) continue;
      const evidence = detectedEvidence(store, entityType, named, at);
      if (evidence) found.set(key, evidence);
      if (found.size >= mostEntities) return [...found.values()];
    }
  }
  return [...found.values()];
}
