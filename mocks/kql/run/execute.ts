/** Runs one SQL statement within a query's limits: rows and bytes are cut, time and cancelling interrupt. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import type { RunLimits } from './contract';
import { decodeCell } from './decode';

export type Executed = { readonly rows: unknown[][]; readonly truncated: { readonly reason: string } | undefined };

export class Interrupted extends Error {
  readonly why: 'cancelled' | 'timeout';

  constructor(why: 'cancelled' | 'timeout') {
    super(why);
    this.why = why;
  }
}

const interruptEveryMs = 20;

export async function execute(
  connection: DuckDBConnection,
  sql: string,
  types: readonly ScalarType[],
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<Executed> {
  let stopped: 'cancelled' | 'timeout' | undefined;
  let again: ReturnType<typeof setInterval> | undefined;
  const stop = (why: 'cancelled' | 'timeout') => () => {
    stopped ??= why;
    connection.interrupt();
    // An interrupt that comes before the database has begun is lost: repeat it until the query ends.
    again ??= setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  const cancel = stop('cancelled');
  const timer = setTimeout(stop('timeout'), limits.waitMs);
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted) throw new Interrupted('cancelled');
    const executed = await collect(connection, sql, types, limits);
    if (stopped) throw new Interrupted(stopped);
    return executed;
  } catch (cause) {
    if (stopped) throw new Interrupted(stopped);
    throw cause;
  } finally {
    clearTimeout(timer);
    clearInterval(again);
    signal?.removeEventListener('abort', cancel);
  }
}

async function collect(
  connection: DuckDBConnection,
  sql: string,
  types: readonly ScalarType[],
  limits: RunLimits,
): Promise<Executed> {
  const result = await connection.stream(sql);
  const rows: unknown[][] = [];
  let bytes = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = types.map((type, index) => chunk.getColumnValues(index).map((value) => decodeCell(value, type)));
    for (let at = 0; at < chunk.rowCount; at++) {
      const row = columns.map((column) => column[at]);
      bytes += sizeOf(row);
      if (rows.length >= limits.rows)
        return { rows, truncated: { reason: `The result has more than ${limits.rows} rows.` } };
      if (bytes > limits.bytes)
        return { rows, truncated: { reason: `The result has more than ${limits.bytes} bytes.` } };
      rows.push(row);
    }
  }
  return { rows, truncated: undefined };
}

/** Roughly what the row takes as JSON. */
function sizeOf(row: readonly unknown[]): number {
  let size = 2;
  for (const cell of row) {
    if (typeof cell === 'string') size += cell.length + 3;
    else if (typeof cell === 'object' && cell !== null) size += JSON.stringify(cell).length + 1;
    else size += 8;
  }
  return size;
}
