/**
 * One query in one life of the engine's process. JavaScript cannot be interrupted from outside: a query that keeps the
 * thread, whether its caller has left or its time is over, costs the process, and is itself answered at once.
 */
import type { Environment } from '../environment/environment';
import type { JsonForm, JsonResult, RunOptions } from '../run/contract';
import type { JsonRows } from '../run/json-text';
import { type StoppedBecause, stoppedProblem } from '../run/stopped-problem';
import type { ChildLife } from './child-life';
import type { RunAnswer, Sent } from './protocol';

/** A cancelled query has this long to stop by itself before its process is ended. */
const graceMs = 200;
/** How much later than a query's own limit the process is given up. */
const overtimeMs = 2000;
const usualWaitMs = 180_000;

/** `sacrificed`: ended by us for the sake of a query that did not stop; others may simply ask again. */
export type QueriedLife = ChildLife & { sacrificed: boolean };

type Question = {
  readonly text: string;
  readonly options: Omit<RunOptions, 'signal'>;
  readonly form: JsonForm;
  /** What has changed since the last query. */
  readonly environment: Partial<Environment>;
};

/** Rejects with EngineGone when the process ends for another reason than this query. */
export async function askQuery(
  life: QueriedLife,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<JsonResult> {
  const { text, options } = question;
  if (signal?.aborted) return stoppedResult(text, 'cancelled');
  const pieces: Uint8Array[] = [];
  const end = (): void => {
    life.sacrificed = true;
    life.process.kill('SIGKILL');
  };
  const { id, answer } = life.ask({ do: 'run', ...question }, pieces);
  let stop = (_: JsonResult): void => undefined;
  const stopped = new Promise<JsonResult>((resolve) => {
    stop = resolve;
  });
  const overtime = setTimeout(
    () => {
      stop(stoppedResult(text, 'timeout'));
      end();
    },
    (options.limits?.waitMs ?? usualWaitMs) + overtimeMs,
  );
  const cancel = (): void => {
    const impatient = setTimeout(end, graceMs);
    const ended = (): void => clearTimeout(impatient);
    answer.then(ended, ended);
    // Nobody minds whether this is answered: the query is, or its process ends.
    life.ask({ do: 'cancel', run: id }).answer.catch(() => undefined);
    stop(stoppedResult(text, 'cancelled'));
  };
  signal?.addEventListener('abort', cancel);
  try {
    const answered = answer.then((value) => withRows(asRunAnswer(value), pieces));
    return await Promise.race([answered, stopped]);
  } finally {
    clearTimeout(overtime);
    signal?.removeEventListener('abort', cancel);
  }
}

/** The engine's own words for a query that it could not stop by itself. */
export const stoppedResult = (text: string, why: StoppedBecause): JsonResult => ({
  ok: false,
  problems: [stoppedProblem(why, text)],
});

/** The other end is engine-child.ts of the same version: it answers each question with what the protocol says. */
const asRunAnswer = (value: unknown): RunAnswer => value as RunAnswer;

function withRows(answer: RunAnswer, pieces: readonly Uint8Array[]): JsonResult {
  if (!answer.ok) return answer;
  let taken = 0;
  const rows = (sent: Sent): JsonRows => {
    taken += sent.pieces;
    return { count: sent.count, pieces: pieces.slice(taken - sent.pieces, taken) };
  };
  const { json, more, ...rest } = answer;
  const first = { ...rest, json: rows(json) };
  return more.length === 0 ? first : { ...first, more: more.map((table) => ({ ...table, json: rows(table.json) })) };
}
