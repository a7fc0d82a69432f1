/**
 * A rule's query as one of its runs asks it: over the run's part of the past, with the time of that run as `now()`.
 * Sentinel sets `query_now` the same way, as the queries in its alerts show.
 * https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview
 */
import type { Api } from '@/lib/api/api';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import { placeInMessage } from '@/lib/domain/hunting/problem-place';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import type { RunWindow } from '@/lib/domain/rule/plan-runs';
import type { RefusedQuery } from '@/lib/domain/rule/rule-preview';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import { innermost, problemsOf } from '@/lib/hub/hunting/refused-query';

/** Rows, or Kusto's complaints at their places in the query. */
export type WindowAnswer = { kind: 'answered'; table: ResultTable } | RefusedQuery;

/** More rows than this say no more about alerts, and a hundred runs of them have to fit into memory. */
export const mostRowsPerRun = 10_000;

/** `nowMs` measures how long the query took. */
export type AskOptions = { api: Api; kql: () => Promise<KqlKnowledge>; nowMs: () => number };

/** Rejects with an ApiError when the service could not be asked, and when `signal` aborts. */
export async function askWindow(
  { api, kql, nowMs }: AskOptions,
  query: string,
  { from, until }: RunWindow,
  signal: AbortSignal,
): Promise<WindowAnswer> {
  const startedMs = nowMs();
  // On one line, so that the service's places are one line off and no more.
  const options = `set query_now = datetime(${until}); set query_take_max_records = ${mostRowsPerRun};`;
  const outcome = await api.logAnalytics.query.run({
    query: `${options}\n${query}`,
    timespan: `${from}/${until}`,
    signal,
  });
  if (outcome.status !== 'failure') {
    return { kind: 'answered', table: tableFromLogAnalytics(outcome.reply, nowMs() - startedMs) };
  }
  const { code, message, line, pos } = innermost(outcome.error);
  const told = line == null ? placeInMessage(message) : { line, column: pos ?? 0 };
  const place = told === null ? null : { line: told.line - 1, column: told.column };
  const { requestId } = outcome;
  const problems = problemsOf(query, { code, message, requestId, place }, await kql());
  return { kind: 'refused', problems, message, requestId };
}
