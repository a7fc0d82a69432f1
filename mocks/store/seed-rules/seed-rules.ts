/** The analytics rules that the tenant starts with. */

import { isoDurationMs } from '@/lib/base/iso-duration';
import { hash32 } from '@/lib/base/random';
import type { LogBatch } from '@/mocks/company/log-row';
import { ruleDisabledRow, ruleRunRow } from '@/mocks/store/faces/health-rows';
import {
  type AlertRuleBody,
  type AlertRuleRecord,
  isQueryRule,
  type RuleRun,
} from '@/mocks/store/records/alert-rule-record';
import { commissionedRules } from '@/mocks/store/seed-rules/commissioned';
import type { RuleSeed } from '@/mocks/store/seed-rules/query-rule';
import { workspaceRules } from '@/mocks/store/seed-rules/workspace';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const seededRules: readonly RuleSeed[] = [...commissionedRules, ...workspaceRules];

/** Rules don't all run in the same minute: each keeps to its own within its frequency. */
function firstRunAt(name: string, body: AlertRuleBody, nowMs: number): string | null {
  if (!isQueryRule(body) || !body.properties.enabled) return null;
  const everyMs = body.kind === 'NRT' ? minuteMs : (isoDurationMs(body.properties.queryFrequency) ?? hourMs);
  return new Date(nowMs + minuteMs * (1 + (hash32(name) % Math.max(1, everyMs / minuteMs)))).toISOString();
}

/** The runs before Sentinel gave up, two days ago. */
function failedRuns(problem: string, nowMs: number): RuleRun[] {
  return Array.from({ length: 5 }, (_, index) => {
    const atMs = nowMs - 2 * dayMs + index * hourMs;
    const untilMs = atMs - 5 * minuteMs;
    return {
      at: new Date(atMs).toISOString(),
      status: 'Failure',
      from: new Date(untilMs - hourMs).toISOString(),
      until: new Date(untilMs).toISOString(),
      results: 0,
      alerts: 0,
      problem,
    };
  });
}

export function seedRule({ name, body, template, failing }: RuleSeed, now: Date): AlertRuleRecord {
  const changedMs = now.getTime() - (3 + (hash32(`${name}/changed`) % 60)) * dayMs;
  const withTemplate = template && isQueryRule(body) ? withTemplateName(body, template.id) : body;
  return {
    name,
    body: withTemplate,
    actions: [],
    lastModifiedUtc: new Date(failing ? now.getTime() - 2 * dayMs + 4 * hourMs : changedMs).toISOString(),
    revision: 1 + (hash32(name) % 9),
    judgedUntil: now.toISOString(),
    runs: failing ? failedRuns(failing, now.getTime()) : [],
    nextRunAt: firstRunAt(name, body, now.getTime()),
    permanentFailures: 0,
    quietUntil: null,
  };
}

function withTemplateName(body: AlertRuleBody, id: string): AlertRuleBody {
  if (body.kind === 'Scheduled')
    return { ...body, properties: { ...body.properties, alertRuleTemplateName: id, templateVersion: '1.0.1' } };
  if (body.kind === 'NRT')
    return { ...body, properties: { ...body.properties, alertRuleTemplateName: id, templateVersion: '1.0.1' } };
  return body;
}

/** Adds the rules; answers what the logs say of their past. */
export function seedAlertRules(store: Store, now: Date): LogBatch[] {
  const batches: LogBatch[] = [];
  for (const seed of seededRules) {
    const rule = seedRule(seed, now);
    store.rules.alertRules.add(rule);
    const { body } = rule;
    const last = rule.runs.at(-1);
    if (!isQueryRule(body) || !last) continue;
    batches.push(...rule.runs.map((run) => ruleRunRow(rule, body, run)), ruleDisabledRow(rule, last.at, last.problem));
  }
  return batches;
}
