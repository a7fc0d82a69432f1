/**
 * Takes rows for the log tables as things happen and hands them to the engine in order. Events are synchronous and the
 * engine is not, so whoever wants to read what was written waits for `settled`.
 */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';

export type LogWriter = {
  write(table: string, rows: readonly LogRow[]): void;
  /** Everything that happened so far has been written and has arrived; throws what the engine threw. */
  settled(): Promise<void>;
  /** Rows per table since the start. */
  counts(): Record<string, number>;
};

export function createLogWriter(
  append: (batch: LogBatch) => Promise<void>,
  /** Rows that are only made when somebody is about to read. */
  due: () => Iterable<LogBatch> = () => [],
): LogWriter {
  const counts = new Map<string, number>();
  let waiting = new Map<string, LogRow[]>();
  let draining: Promise<void> | null = null;
  let failure: unknown = null;

  async function drain(): Promise<void> {
    // One turn of the loop later, so that the rows of one event travel together.
    await Promise.resolve();
    while (waiting.size > 0) {
      const batches = waiting;
      waiting = new Map();
      for (const [table, rows] of batches) await append({ table, rows });
    }
  }

  function start(): void {
    draining ??= drain()
      .catch((error: unknown) => {
        failure = error;
      })
      .finally(() => {
        draining = null;
      });
  }

  const write: LogWriter['write'] = (table, rows) => {
    if (rows.length === 0) return;
    const known = waiting.get(table);
    if (known) for (const row of rows) known.push(row);
    else waiting.set(table, [...rows]);
    counts.set(table, (counts.get(table) ?? 0) + rows.length);
    start();
  };

  return {
    write,
    settled: async () => {
      for (const { table, rows } of due()) write(table, rows);
      while (draining) await draining;
      if (failure !== null) throw failure;
    },
    counts: () => Object.fromEntries(counts),
  };
}
