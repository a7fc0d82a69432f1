/**
 * A due custom detection of Defender: its query over the look-back that belongs to its frequency, an alert for each
 * row that no earlier run found. https://learn.microsoft.com/defender-xdr/custom-detection-rules
 */
import { createHash } from 'node:crypto';
import { isoDurationMs } from '@/lib/base/iso-duration';
import { placeAlert } from '@/mocks/cloud/correlation/place-alert';
import { filled } from '@/mocks/cloud/detection/alert-text';
import type { DetectionWorld } from '@/mocks/cloud/detection/analytics-rule';
import { type AnswerRow, answerRows, cellText } from '@/mocks/cloud/detection/answer-rows';
import { runAutomatedActions } from '@/mocks/cloud/detection/automated-actions';
import { detectionEntities } from '@/mocks/cloud/detection/detection-entities';
import { detectionSchedule } from '@/mocks/cloud/detection/detection-schedule';
import type { Window } from '@/mocks/cloud/detection/rule-alerts';
import { detectedAlert, detectedSeverityOf } from '@/mocks/store/detected-alert';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { DetectionRuleRecord } from '@/mocks/store/records/detection-rule-record';
import type { Store } from '@/mocks/store/store';

/** A run raises no more alerts than this. */
const mostAlerts = 150;
const limits = { rows: 10_000, bytes: 16_000_000, waitMs: 60_000 };

export type DetectionMemory = {
  /** When each rule runs next; a new rule runs at once. */
  readonly nextMs: Map<string, number>;
  /** Rows that have raised an alert, by rule. */
  readonly alerted: Map<string, Set<string>>;
  /** What happened before is told by the stories, for rules that were there from the start. */
  readonly startedAt: string;
};

export const isDetectionDue = (rule: DetectionRuleRecord, memory: DetectionMemory, atMs: number): boolean =>
  rule.fields.status === 'enabled' && (memory.nextMs.get(rule.id) ?? 0) <= atMs;

export type AskedDetection = { rule: DetectionRuleRecord; rows: AnswerRow[] | null; problem: string; atMs: number };

const scheduleOf = (rule: DetectionRuleRecord) => detectionSchedule(isoDurationMs(rule.fields.schedule.frequency) ?? 0);

/** What a run at this time looks at. */
export function detectionWindow(rule: DetectionRuleRecord, memory: DetectionMemory, atMs: number): Window {
  const floorMs = rule.queryModifiedDateTime < memory.startedAt ? Date.parse(memory.startedAt) : 0;
  const fromMs = Math.min(atMs, Math.max(atMs - scheduleOf(rule).lookBackMs, floorMs));
  return { from: new Date(fromMs), until: new Date(atMs) };
}

export async function askDetection(
  { engine, sought, learn }: DetectionWorld,
  memory: DetectionMemory,
  rule: DetectionRuleRecord,
  atMs: number,
): Promise<AskedDetection> {
  memory.nextMs.set(rule.id, atMs + scheduleOf(rule).everyMs);
  const { from: start, until: now } = detectionWindow(rule, memory, atMs);
  const { queryText } = rule.fields.queryCondition;
  const failed = (problem: string): AskedDetection => ({ rule, rows: null, problem, atMs });
  try {
    if (sought.quiet(queryText, start.getTime(), atMs)) return { rule, rows: [], problem: '', atMs };
    const timespan = { start, end: now };
    const answer = await engine.run(queryText, { now, timespan, limits, world: 'hunting' });
    if (answer.ok) learn(queryText);
    if (answer.ok) return { rule, rows: answerRows(answer), problem: '', atMs };
    return failed(answer.problems[0]?.message ?? 'The query failed.');
  } catch (failure) {
    return failed(failure instanceof Error ? failure.message : String(failure));
  }
}

export function actOnDetection({ store, logs }: DetectionWorld, memory: DetectionMemory, asked: AskedDetection): void {
  const { rule, rows, problem, atMs } = asked;
  const alerted = memory.alerted.get(rule.id) ?? new Set();
  memory.alerted.set(rule.id, alerted);
  const { automatedActions } = rule.fields.detectionAction;
  const excluded = rule.fields.detectionAction.incidentConfiguration?.isExcludedFromIncidentCorrelation ?? false;
  for (const row of (rows ?? []).filter((found) => !alerted.has(eventKey(found))).slice(0, mostAlerts)) {
    alerted.add(eventKey(row));
    placeAlert(store, alertOf(store, rule, row, atMs), { grouping: null, excluded });
    if (automatedActions)
      runAutomatedActions({ store, logs }, automatedActions, { rule: rule.fields.displayName, row });
  }
  const { continuous } = scheduleOf(rule);
  const nextMs = memory.nextMs.get(rule.id);
  store.detectionRules.ran(
    rule,
    {
      lastRunDateTime: new Date(atMs).toISOString(),
      status: rows ? 'completed' : 'failed',
      failureReason: rows ? null : problem,
      errorCode: rows ? null : 'queryExecutionFailed',
    },
    continuous || nextMs === undefined ? null : new Date(nextMs).toISOString(),
  );
}

/** Which event a row is about: `ReportId` counts for a device and a time only. Rows without one are compared whole. */
function eventKey(row: AnswerRow): string {
  const { ReportId, Timestamp, DeviceId } = row;
  const identity = ReportId === undefined ? row : [ReportId, Timestamp, DeviceId];
  return createHash('sha1').update(JSON.stringify(identity)).digest('base64');
}

function alertOf(store: Store, rule: DetectionRuleRecord, row: AnswerRow, atMs: number): AlertRecord {
  const template = rule.fields.detectionAction.alertTemplate;
  const when = Date.parse(cellText(row.Timestamp ?? row.TimeGenerated));
  const happenedMs = Number.isNaN(when) ? atMs : when;
  const tactics = (template?.tactics ?? []).map(({ tactic }) => tactic);
  const techniques = (template?.tactics ?? []).flatMap(({ techniques: listed }) =>
    (listed ?? []).flatMap(({ technique, subTechniques }) => [technique, ...(subTechniques ?? [])]),
  );
  const details = Object.entries(template?.customDetails ?? {}).map(([name, column]) => [
    name,
    [cellText(row[String(column)])],
  ]);
  return detectedAlert(
    {
      product: 'xdr',
      key: `${store.seed}/custom-detection/${rule.id}/${eventKey(row)}`,
      title: filled(template?.title ?? rule.fields.displayName, row),
      description: filled(template?.description ?? rule.fields.description ?? '', row),
      severity: detectedSeverityOf(template?.severity ?? '') ?? 'informational',
      category: tactics[0] ?? 'SuspiciousActivity',
      categories: tactics.length > 0 ? tactics : ['SuspiciousActivity'],
      techniques,
      firstAt: happenedMs,
      lastAt: happenedMs,
      createdAt: atMs,
      ruleId: rule.detectorId,
      detectionSource: 'customDetection',
      evidence: detectionEntities(store, template?.entityMappings, row, atMs),
      customDetails: Object.fromEntries(details),
      ...(template?.recommendedActions ? { recommendedActions: template.recommendedActions } : {}),
      additionalData: { RuleName: rule.fields.displayName },
    },
    true,
  );
}
