/**
 * One run of an analytics rule's query: which part of the past it looks at, and what it found there.
 * https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, https://learn.microsoft.com/azure/sentinel/near-real-time-rules
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { type AnswerRow, answerRows } from '@/mocks/cloud/detection/answer-rows';
import { namedTables } from '@/mocks/cloud/detection/named-tables';
import type { Window } from '@/mocks/cloud/detection/rule-alerts';
import type { SoughtWatch } from '@/mocks/cloud/detection/sought-watch';
import type { Engine } from '@/mocks/kql/run/contract';
import type { BusyMinutes } from '@/mocks/store/busy-minutes';
import type { AlertRuleRecord, QueryRuleBody } from '@/mocks/store/records/alert-rule-record';

const minuteMs = 60_000;
/** Scheduled rules leave events five minutes to arrive, NRT rules two. */
export const scheduledDelayMs = 5 * minuteMs;
export const nrtDelayMs = 2 * minuteMs;
/** How far an NRT query may look around for what happened in its minute. */
const nrtReachMs = 60 * minuteMs;
const limits = { rows: 10_000, bytes: 16_000_000, waitMs: 60_000 };

export type Found = { ok: true; rows: AnswerRow[] } | { ok: false; problem: string; permanent: boolean };

export function windowOf(rule: AlertRuleRecord, body: QueryRuleBody, atMs: number): Window {
  const scheduled = body.kind === 'Scheduled';
  const untilMs = atMs - (scheduled ? scheduledDelayMs : nrtDelayMs);
  const reachMs = scheduled ? (isoDurationMs(body.properties.queryPeriod) ?? 0) : nrtReachMs;
  const floorMs = Math.max(
    rule.judgedUntil ? Date.parse(rule.judgedUntil) : 0,
    // A new NRT rule knows nothing of what was before it.
    scheduled ? 0 : Date.parse(rule.lastModifiedUtc) - nrtDelayMs,
  );
  return { from: new Date(Math.min(untilMs, Math.max(untilMs - reachMs, floorMs))), until: new Date(untilMs) };
}

/** A query that cannot be understood will not be understood next time either; anything else may heal. */
const isPermanent = (code: string): boolean => /^KS\d/.test(code);

/** Told of queries that were answered. */
export type Learn = (query: string) => void;
export type Asking = (query: string, window: Window) => Promise<Found>;

/** Over nothing a query always answers the same, unless it goes by the time of day: that is asked once. */
export function createAsking(engine: Engine, busy: BusyMinutes, sought: SoughtWatch, learn: Learn): Asking {
  const overNothing = new Map<string, Found>();
  return async (query, window) => {
    if (sought.quiet(query, window.from.getTime(), window.until.getTime())) return { ok: true, rows: [] };
    const named = namedTables([query]);
    const idle = !named.all && busy.quiet(named.has, window.from.getTime(), window.until.getTime());
    const known = idle ? overNothing.get(query) : undefined;
    if (known) return known;
    const found = await runQuery(engine, query, window);
    if (idle) overNothing.set(query, found);
    if (found.ok) learn(query);
    return found;
  };
}

async function runQuery(engine: Engine, query: string, { from, until }: Window): Promise<Found> {
  if (from >= until) return { ok: true, rows: [] };
  try {
    const timespan = { start: from, end: until };
    const answer = await engine.run(query, { now: until, timespan, limits, world: 'workspace' });
    if (answer.ok) return { ok: true, rows: answerRows(answer) };
    const [first] = answer.problems.filter((problem) => problem.severity === 'error');
    const problem = first ? `${first.code}: ${first.message}` : 'The query failed.';
    return { ok: false, problem, permanent: first !== undefined && isPermanent(first.code) };
  } catch (failure) {
    return { ok: false, problem: failure instanceof Error ? failure.message : String(failure), permanent: false };
  }
}
