/** A due analytics rule: ask, decide, raise, place, and keep a record of it all. */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { placeInWorkspace } from '@/mocks/cloud/connectors/workspace-incident';
import { placeAlert } from '@/mocks/cloud/correlation/place-alert';
import { autoDisable, failuresBeforeDisabling } from '@/mocks/cloud/detection/auto-disable';
import type { NearRealTime } from '@/mocks/cloud/detection/near-real-time';
import { type Asking, type Found, type Learn, windowOf } from '@/mocks/cloud/detection/query-rule-run';
import { ruleAlerts, type Window } from '@/mocks/cloud/detection/rule-alerts';
import type { SoughtWatch } from '@/mocks/cloud/detection/sought-watch';
import { isTriggered } from '@/mocks/cloud/detection/trigger';
import type { Engine } from '@/mocks/kql/run/contract';
import { ruleRunRow } from '@/mocks/store/faces/health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { type AlertRuleRecord, isQueryRule, type QueryRuleBody } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;

export type DetectionWorld = {
  store: Store;
  logs: LogWriter;
  engine: Engine;
  ask: Asking;
  nearRealTime: NearRealTime;
  sought: SoughtWatch;
  learn: Learn;
};

/** A rule that was due, and what its query answered. Asking may go on side by side; acting goes in order. */
export type Asked = { rule: AlertRuleRecord; body: QueryRuleBody; window: Window; found: Found; atMs: number };

const frequencyMs = (body: QueryRuleBody): number =>
  body.kind === 'NRT' ? minuteMs : Math.max(5 * minuteMs, isoDurationMs(body.properties.queryFrequency) ?? 0);

/** Counts from when the rule was due, so that a late look at the clock doesn't shift its times. */
function nextAfter(dueAt: string, body: QueryRuleBody, atMs: number): string {
  const everyMs = frequencyMs(body);
  const dueMs = Date.parse(dueAt);
  return new Date(dueMs + everyMs * Math.max(1, Math.floor((atMs - dueMs) / everyMs) + 1)).toISOString();
}

export const isDue = (rule: AlertRuleRecord, atMs: number): boolean =>
  isQueryRule(rule.body) &&
  rule.body.properties.enabled &&
  rule.nextRunAt !== null &&
  Date.parse(rule.nextRunAt) <= atMs;

export async function askRule(world: DetectionWorld, rule: AlertRuleRecord, atMs: number): Promise<Asked | null> {
  const { body } = rule;
  if (!isQueryRule(body) || rule.nextRunAt === null) return null;
  rule.nextRunAt = nextAfter(rule.nextRunAt, body, atMs);
  if (rule.quietUntil !== null && Date.parse(rule.quietUntil) > atMs) return null;
  const window = windowOf(rule, body, atMs);
  const { query } = body.properties;
  const idle = body.kind === 'NRT' && !world.nearRealTime.worthAsking(rule.name, query, world.logs.counts(), atMs);
  const found: Found = idle ? { ok: true, rows: [] } : await world.ask(query, window);
  return { rule, body, window, found, atMs };
}

/** Alerts that were raised and the incidents they went to follow from here. */
export function actOn(world: DetectionWorld, asked: Asked): void {
  const { store, logs } = world;
  const { rule, body, window, found, atMs } = asked;
  const alerts = found.ok ? raise(world, asked) : [];
  for (const alert of alerts) settle(store, rule, body, alert);
  const run = {
    at: new Date(atMs).toISOString(),
    status: found.ok ? ('Success' as const) : ('Failure' as const),
    from: window.from.toISOString(),
    until: window.until.toISOString(),
    results: found.ok ? found.rows.length : 0,
    alerts: alerts.length,
    problem: found.ok ? '' : found.problem,
  };
  store.rules.alertRules.ran(rule, run);
  const { table, rows } = ruleRunRow(rule, body, run);
  logs.write(table, rows);
  if (alerts.length > 0 && body.properties.suppressionEnabled) {
    rule.quietUntil = new Date(atMs + (isoDurationMs(body.properties.suppressionDuration) ?? 0)).toISOString();
  }
  if (found.ok) rule.permanentFailures = 0;
  else if (found.permanent) fail(world, asked, found.problem);
}

function raise({ store, nearRealTime }: DetectionWorld, { rule, body, window, found, atMs }: Asked): AlertRecord[] {
  if (!found.ok) return [];
  const rows = body.kind === 'NRT' ? nearRealTime.unseen(rule.name, found.rows, atMs) : found.rows;
  const triggered = body.kind === 'NRT' ? rows.length > 0 : isTriggered(body.properties, rows.length);
  return triggered ? ruleAlerts(store, rule, body, rows, window) : [];
}

/** Tags at the start of a description keep a rule out of Defender's correlation. */
const isExcluded = (body: QueryRuleBody): boolean => /^\s*#DONT_CORR#/.test(body.properties.description ?? '');

function settle(store: Store, rule: AlertRuleRecord, body: QueryRuleBody, alert: AlertRecord): void {
  if (!alert.inGraph) {
    store.alerts.add(alert);
    return;
  }
  const grouping = body.properties.incidentConfiguration?.groupingConfiguration ?? null;
  // Without the Defender portal the workspace makes its incidents itself, and Defender knows nothing of them.
  if (store.connections.method() === 'azure') {
    const own: AlertRecord = { ...alert, inGraph: false };
    store.alerts.add(own);
    placeInWorkspace(store, own, { rule: rule.name, grouping });
    return;
  }
  placeAlert(store, alert, { grouping, excluded: isExcluded(body) });
}

function fail({ store, logs }: DetectionWorld, { rule, body }: Asked, problem: string): void {
  rule.permanentFailures += 1;
  if (rule.permanentFailures >= failuresBeforeDisabling) autoDisable(store, logs, rule, body, problem);
}
