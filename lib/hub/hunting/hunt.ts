/**
 * Runs a query on the API that knows its tables. A query that Kusto refuses is an answer, with Kusto's codes at their
 * places: the services say less about the place than Microsoft's own parser, which we have, so it is asked as well.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { tableFromGraph } from '@/lib/domain/hunting/from-graph';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import { offsetAt, placeInMessage } from '@/lib/domain/hunting/problem-place';
import type { HuntingApi, HuntingOutcome, QueryProblem } from '@/lib/domain/hunting/result-table';
import { routeQuery } from '@/lib/domain/hunting/route';
import type { QueryRequest } from '@/lib/hub/hub';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import type { LogsErrorBody } from '@/lib/wire/log-analytics/error';

type Refusal = {
  message: string;
  code: string;
  requestId: string | null;
  place: { line: number; column: number } | null;
};

function innermost(error: LogsErrorBody): LogsErrorBody {
  return error.innererror ? innermost(error.innererror) : error;
}

/** What the parser finds; where it finds nothing, what the service said, at the place that it named. */
function problemsOf(text: string, refusal: Refusal, kql: KqlKnowledge): QueryProblem[] {
  const found = kql.diagnose(text).filter((problem) => problem.severity === 'error');
  if (found.length > 0) return found;
  const { place } = refusal;
  const start = place === null ? 0 : offsetAt(text, place.line, place.column);
  const word = /^[\w'"]+/u.exec(text.slice(start))?.[0].length ?? 1;
  return [
    {
      code: refusal.code,
      message: refusal.message,
      severity: 'error',
      start,
      length: place === null ? text.length : word,
    },
  ];
}

function refused(api: HuntingApi, text: string, refusal: Refusal, kql: KqlKnowledge): HuntingOutcome {
  const problems = problemsOf(text, refusal, kql);
  return {
    ok: false,
    api,
    problems,
    message: refusal.message || (problems[0]?.message ?? ''),
    requestId: refusal.requestId,
  };
}

/** Everything else that can go wrong is about the service and not about the text: no problems, no places. */
function failed(api: HuntingApi, error: ApiError): HuntingOutcome {
  const message = error.message === '' ? `${error.status} ${error.code}` : error.message;
  return { ok: false, api, problems: [], message, requestId: error.requestId };
}

export type HuntOptions = { api: Api; kql: () => Promise<KqlKnowledge>; nowMs: () => number };
type Run = { api: Api; kql: KqlKnowledge; nowMs: () => number };

async function onGraph(
  { api, kql, nowMs }: Run,
  { text, timespan }: QueryRequest,
  signal: AbortSignal,
): Promise<HuntingOutcome> {
  const startedAtMs = nowMs();
  try {
    const results = await api.graphSecurity.hunting.run({
      query: text,
      signal,
      ...(timespan === null ? {} : { timespan }),
    });
    return { ok: true, table: tableFromGraph(results, nowMs() - startedAtMs) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 400) return failed('graph', error);
    const { code, message, requestId } = error;
    return refused('graph', text, { code, message, requestId, place: placeInMessage(message) }, kql);
  }
}

async function onLogAnalytics(
  { api, kql, nowMs }: Run,
  { text, timespan }: QueryRequest,
  signal: AbortSignal,
): Promise<HuntingOutcome> {
  const startedAtMs = nowMs();
  try {
    const outcome = await api.logAnalytics.query.run({
      query: text,
      signal,
      ...(timespan === null ? {} : { timespan }),
    });
    if (outcome.status !== 'failure') {
      return { ok: true, table: tableFromLogAnalytics(outcome.reply, nowMs() - startedAtMs) };
    }
    const { code, message, line, pos } = innermost(outcome.error);
    const place = line == null ? placeInMessage(message) : { line, column: pos ?? 0 };
    return refused('logAnalytics', text, { code, message, requestId: outcome.requestId, place }, kql);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failed('logAnalytics', error);
  }
}

/** Rejects only when `signal` aborts, or for a fault of our own. */
export async function hunt(options: HuntOptions, request: QueryRequest, signal: AbortSignal): Promise<HuntingOutcome> {
  const run: Run = { ...options, kql: await options.kql() };
  const route = routeQuery(run.kql.tablesOf(request.text), run.kql.worldOf, request.timespan);
  return route.api === 'graph' ? onGraph(run, request, signal) : onLogAnalytics(run, request, signal);
}
