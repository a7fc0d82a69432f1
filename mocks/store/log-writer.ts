/**
 * Takes rows for the log tables as things happen and hands them to the engine when somebody is about to read: events
 * are synchronous and the engine is not, and a month of telemetry isn't worth making for a test that never asks.
 */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';

export type LogWriter = {
  write(table: string, rows: readonly LogRow[]): void;
  /** Batches that are only made when they are needed. */
  pour(batches: Iterable<LogBatch>): void;
  /**
   * Everything that happened so far has arrived, or all of it that belongs to the tables that are wanted; throws what
   * the engine threw.
   */
  settled(wanted?: (table: string) => boolean): Promise<void>;
  /** Rows handed over so far, per table. */
  counts(): Record<string, number>;
};

/** The smallest number of rows worth a trip to the engine. */
const batchRows = 2000;

export function createLogWriter(
  append: (batch: LogBatch) => Promise<void>,
  /** What went on without anybody writing it down. */
  meanwhile: () => Iterable<LogBatch> = () => [],
  /** Rows per table that are there already. */
  already: Readonly<Record<string, number>> = {},
  /** Told of every row before anybody can read it. */
  saw: (table: string, rows: readonly LogRow[]) => void = () => undefined,
): LogWriter {
  const counts = new Map(Object.entries(already));
  const sources: Iterable<LogBatch>[] = [];
  const waiting = new Map<string, LogRow[]>();
  let draining: Promise<void> = Promise.resolve();

  const gather = (table: string, rows: readonly LogRow[]): LogRow[] => {
    const known = waiting.get(table) ?? [];
    waiting.set(table, known);
    saw(table, rows);
    for (const row of rows) known.push(row);
    return known;
  };

  async function drain(wanted: (table: string) => boolean): Promise<void> {
    /** The next rows are made while the engine, a process of its own, takes the last ones in: one batch is on its way at most. */
    let underway: Promise<void> = Promise.resolve();
    const hand = async (table: string, rows: readonly LogRow[]): Promise<void> => {
      if (rows.length === 0) return;
      await underway;
      counts.set(table, (counts.get(table) ?? 0) + rows.length);
      underway = append({ table, rows });
      // Its failure is thrown where it is waited for, by the next batch or at the end.
      underway.catch(() => undefined);
    };
    sources.push(meanwhile());
    try {
      for (let source = sources.shift(); source; source = sources.shift()) {
        for (const { table, rows } of source) {
          if (gather(table, rows).length < batchRows) continue;
          const gathered = waiting.get(table) ?? [];
          waiting.delete(table);
          await hand(table, gathered);
        }
      }
      const rest = [...waiting].filter(([table]) => wanted(table));
      for (const [table] of rest) waiting.delete(table);
      for (const [table, rows] of rest) await hand(table, rows);
    } finally {
      await underway;
    }
  }

  return {
    write: (table, rows) => void gather(table, rows),
    pour: (batches) => void sources.push(batches),
    settled: (wanted = () => true) => {
      // One after the other, and a failure stays with the reader it happened to.
      const mine = draining.then(() => drain(wanted));
      draining = mine.catch(() => {});
      return mine;
    },
    counts: () => Object.fromEntries(counts),
  };
}
