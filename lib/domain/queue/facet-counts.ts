/**
 * What could be chosen in each facet, with counts over the rows that the other conditions let through: a facet does not
 * count itself, so choosing a second value shows beforehand what it would add.
 */
import {
  emptyWord,
  isWordField,
  type QueueAsker,
  type QueueField,
  type QueueNoun,
} from '@/lib/domain/queue/queue-field';
import { type PreparedTest, prepareQuery } from '@/lib/domain/queue/queue-matcher';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';

export type FacetCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The values that a row counts for: one person is one value, whatever other names there are. */
export function facetValues<Row>(field: QueueField<Row>, row: Row): readonly string[] {
  if (!isWordField(field)) return [];
  const words = field.read(row);
  if (words.length === 0) return [emptyWord(field)];
  const [first] = words;
  return field.kind === 'people' && first !== undefined ? [first.toLowerCase()] : words;
}

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The one field whose conditions keep the row out; null when nothing does, undefined when more than one field does. */
function obstacle<Row>(tests: readonly PreparedTest<Row>[], row: Row): string | null | undefined {
  let blocked: string | null = null;
  for (const { field, test } of tests) {
    if (field !== null && field === blocked) continue;
    if (test(row)) continue;
    if (field === null || blocked !== null) return undefined;
    blocked = field;
  }
  return blocked;
}

/** Counts of several facets in one walk over the rows: field id → value → rows. */
export function facetCounts<Row extends object>(
  facets: readonly QueueField<Row>[],
  rows: readonly Row[],
  query: QueueQuery,
  noun: QueueNoun<Row>,
  asker: QueueAsker,
): FacetCounts {
  const tests = prepareQuery(query, noun, asker);
  const counts = new Map(facets.map((field) => [field.id, new Map<string, number>()]));
  for (const row of rows) {
    const blocked = obstacle(tests, row);
    if (blocked === undefined) continue;
    for (const field of facets) {
      if (blocked !== null && blocked !== field.id) continue;
      const ofField = counts.get(field.id);
      if (ofField !== undefined) count(ofField, facetValues(field, row));
    }
  }
  return counts;
}
