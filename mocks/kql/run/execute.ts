/** Runs a query's SQL within its limits: rows and bytes are cut, time and cancelling interrupt. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunLimits } from './contract';
import type { JsonRows } from './json-text';
import { rowBytes } from './row-bytes';
import type { StoppedBecause } from './stopped-problem';

export type Executed = { readonly rows: JsonRows; readonly truncated: { readonly reason: string } | undefined };

export class Interrupted extends Error {
  readonly why: StoppedBecause;

  constructor(why: StoppedBecause) {
    super(why);
    this.why = why;
  }
}

const interruptEveryMs = 20;

/** Whatever `work` asks of the connection ends when the time is up or the caller leaves. */
export async function withinTime<Answer>(
  connection: Pick<DuckDBConnection, 'interrupt'>,
  waitMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  let stopped: StoppedBecause | undefined;
  let again: ReturnType<typeof setInterval> | undefined;
  const stop = (why: StoppedBecause) => () => {
    stopped ??= why;
    connection.interrupt();
    // An interrupt that comes before the database has begun is lost: repeat it until the query ends.
    again ??= setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  const cancel = stop('cancelled');
  const timer = setTimeout(stop('timeout'), waitMs);
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted) throw new Interrupted('cancelled');
    const answer = await work();
    if (stopped) throw new Interrupted(stopped);
    return answer;
  } catch (cause) {
    if (stopped) throw new Interrupted(stopped);
    throw cause;
  } finally {
    clearTimeout(timer);
    clearInterval(again);
    signal?.removeEventListener('abort', cancel);
  }
}

/** Collects the rows of a statement that gives one JSON text per row. Rows after the first `takeMost` are not missed. */
export async function collect(
  connection: DuckDBConnection,
  sql: string,
  limits: Pick<RunLimits, 'rows' | 'bytes'>,
  takeMost = Number.POSITIVE_INFINITY,
): Promise<Executed> {
  const result = await connection.stream(sql);
  const pieces: Uint8Array[] = [];
  let count = 0;
  let bytes = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { bytes: texts, ends } = rowBytes(chunk);
    const kept = Math.min(ends.length, limits.rows - count, takeMost - count);
    let fitting = kept;
    while (fitting > 0 && bytes + (ends[fitting - 1] ?? 0) > limits.bytes) fitting -= 1;
    if (fitting > 0) pieces.push(texts.subarray(0, ends[fitting - 1]));
    count += fitting;
    bytes += texts.length + 1;
    if (fitting === ends.length) continue;
    const whole = fitting === kept && count === takeMost;
    const limit = fitting < kept ? `data size limit ${limits.bytes}` : `record count limit ${limits.rows}`;
    const reason = `Query result set has exceeded the internal ${limit} (E_QUERY_RESULT_SET_TOO_LARGE).`;
    return { rows: { count, pieces }, truncated: whole ? undefined : { reason } };
  }
  return { rows: { count, pieces }, truncated: undefined };
}
