/** Postgres takes at most 65,535 parameters in a statement; lists are written in slices well below that. */

const batchSize = 500;

/** A batch must not name a row twice (ON CONFLICT refuses it); the last of equals wins. */
export function batches<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const unique = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  const slices: Row[][] = [];
  for (let from = 0; from < unique.length; from += batchSize) slices.push(unique.slice(from, from + batchSize));
  return slices;
}
