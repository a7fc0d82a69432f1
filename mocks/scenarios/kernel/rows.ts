/** Gathering log rows by table, in the order they're told. */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';

export type Line = readonly [table: string, row: LogRow];

/** Lines of several tables as one batch per table. */
export function batches(lines: readonly Line[]): LogBatch[] {
  const byTable = new Map<string, LogRow[]>();
  for (const [table, row] of lines) {
    const rows = byTable.get(table);
    if (rows) rows.push(row);
    else byTable.set(table, [row]);
  }
  return [...byTable].map(([table, rows]) => ({ table, rows }));
}

/** Several batches joined into one per table. */
export function merged(all: readonly LogBatch[]): LogBatch[] {
  return batches(all.flatMap(({ table, rows }) => rows.map((row): Line => [table, row])));
}
