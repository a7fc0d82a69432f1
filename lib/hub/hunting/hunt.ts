/**
 * Runs a query on the API that knows its tables. A query that Kusto refuses is an answer, with Kusto's codes at their
 * places.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { tableFromGraph } from '@/lib/domain/hunting/from-graph';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import { placeInMessage } from '@/lib/domain/hunting/problem-place';
import type { HuntingApi, HuntingOutcome } from '@/lib/domain/hunting/result-table';
import { routeQuery } from '@/lib/domain/hunting/route';
import type { QueryRequest } from '@/lib/hub/hub';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import { innermost, problemsOf, type Refusal } from '@/lib/hub/hunting/refused-query';

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

/** `kql` loads the language at its first call. */
export type HuntOptions = { api: Api; kql: () => Promise<KqlKnowledge>; nowMs: () => number };
type Run = { api: Api; kql: KqlKnowledge; nowMs: () => number };
type Asked = { query: string; timespan?: string };

async function onGraph({ api, kql, nowMs }: Run, asked: Asked, signal: AbortSignal): Promise<HuntingOutcome> {
  const startedAtMs = nowMs();
  try {
    const results = await api.graphSecurity.hunting.run({ ...asked, signal });
    return { ok: true, table: tableFromGraph(results, nowMs() - startedAtMs) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status !== 400) return failed('graph', error);
    const { code, message, requestId } = error;
    return refused('graph', asked.query, { code, message, requestId, place: placeInMessage(message) }, kql);
  }
}

async function onLogAnalytics({ api, kql, nowMs }: Run, asked: Asked, signal: AbortSignal): Promise<HuntingOutcome> {
  const startedAtMs = nowMs();
  try {
    const outcome = await api.logAnalytics.query.run({ ...asked, signal });
    if (outcome.status !== 'failure') {
      return { ok: true, table: tableFromLogAnalytics(outcome.reply, nowMs() - startedAtMs) };
    }
    const { code, message, line, pos } = innermost(outcome.error);
    const place = line == null ? placeInMessage(message) : { line, column: pos ?? 0 };
    return refused('logAnalytics', asked.query, { code, message, requestId: outcome.requestId, place }, kql);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failed('logAnalytics', error);
  }
}

/** Rejects only when `signal` aborts, or for a fault of our own. */
export async function hunt(options: HuntOptions, request: QueryRequest, signal: AbortSignal): Promise<HuntingOutcome> {
  const run: Run = { ...options, kql: await options.kql() };
  const route = routeQuery(run.kql.tablesOf(request.text), run.kql.worldOf, request.timespan);
  const { text, timespan } = request;
  const asked: Asked = { query: text, ...(timespan === null ? {} : { timespan }) };
  return route.api === 'graph' ? onGraph(run, asked, signal) : onLogAnalytics(run, asked, signal);
}
