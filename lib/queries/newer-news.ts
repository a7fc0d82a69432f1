/**
 * Answers and news arrive on two connections, so an answer may come after news that are newer than itself; a refusal
 * that it painted over would never be told again.
 */

type Marked = { sync: Partial<Record<string, { commandId: string | null }>> };

/** Each answer's row, or what the stream has said of it since. `events` in the order in which they came. */
export function newerNews<Row extends Marked>(
  events: readonly { upserts: readonly Row[] }[],
  answers: readonly { commandId: string; row: Row }[],
  keyOf: (row: Row) => string,
): Row[] {
  const wanted = new Set(answers.map(({ row }) => keyOf(row)));
  const latest = new Map<string, Row>();
  const named = new Set<string>();
  for (const { upserts } of events) {
    for (const row of upserts) {
      const key = keyOf(row);
      if (!wanted.has(key)) continue;
      latest.set(key, row);
      for (const field of Object.values(row.sync)) named.add(`${key} ${field?.commandId}`);
    }
  }
  // News that name the command were written after the answer, so the latest of them is at least as new.
  return answers.map(({ commandId, row }) =>
    named.has(`${keyOf(row)} ${commandId}`) ? (latest.get(keyOf(row)) ?? row) : row,
  );
}
