/** What the tracer knows of a rule: the rule itself from ARM, its runs, tables and alerts from the workspace's logs. */
import type { Api } from '@/lib/api/api';
import { isoDurationMs } from '@/lib/base/iso-duration';
import { isNrt, isScheduled } from '@/lib/domain/rule/from-sentinel';
import type { AlertFacts } from '@/lib/domain/trace/incident-steps';
import {
  isUnread,
  type RuleFacts,
  type RuleRunFacts,
  type TableFacts,
  type Unread,
} from '@/lib/domain/trace/rule-steps';
import { type LogRecord, logRows, numberOf, textOf } from '@/lib/hub/trace/log-rows';
import type { SentinelAlertRule } from '@/lib/wire/sentinel/alert-rule';

const minuteMs = 60_000;

/** An NRT rule runs once a minute and has no schedule of its own. https://learn.microsoft.com/azure/sentinel/near-real-time-rules */
function everyMsOf(rule: SentinelAlertRule): number | null {
  if (isScheduled(rule)) return isoDurationMs(rule.properties.queryFrequency);
  return isNrt(rule) ? minuteMs : null;
}

/** A rule of a kind without a query makes incidents as far as anybody can tell. */
export function ruleFacts(rule: SentinelAlertRule): RuleFacts {
  const { displayName, enabled, lastModifiedUtc } = rule.properties;
  const queried = isScheduled(rule) || isNrt(rule) ? rule.properties : null;
  return {
    id: rule.name ?? '',
    title: displayName ?? rule.name ?? '',
    kind: rule.kind,
    enabled: enabled === true,
    changedAt: typeof lastModifiedUtc === 'string' ? lastModifiedUtc : null,
    query: queried?.query ?? null,
    everyMs: everyMsOf(rule),
    makesIncidents: queried?.incidentConfiguration?.createIncident ?? true,
  };
}

/** Rules of every kind. Rejects with an ApiError when Sentinel could not be asked. */
export async function allRules(api: Api): Promise<RuleFacts[]> {
  const rules: RuleFacts[] = [];
  for await (const page of api.sentinel.alertRules.list()) rules.push(...page.map(ruleFacts));
  return rules;
}

function runOf(row: LogRecord): RuleRunFacts {
  return {
    at: textOf(row.TimeGenerated) ?? '',
    status: textOf(row.Status) ?? '',
    reason: textOf(row.Reason) ?? '',
    results: numberOf(row.Results),
    alerts: numberOf(row.Alerts),
  };
}

/** The last ten runs of a week, newest first. */
export async function runsOf(api: Api, ruleId: string): Promise<RuleRunFacts[] | Unread> {
  const query = [
    'SentinelHealth',
    `| where ExtendedProperties.RuleId == ${kqlText(ruleId)} and OperationName endswith "rule run"`,
    '| top 10 by TimeGenerated desc',
    '| project TimeGenerated, Status, Reason, Results = tolong(ExtendedProperties.QueryResultAmount), Alerts = tolong(ExtendedProperties.AlertsGeneratedAmount)',
  ].join('\n');
  const rows = await logRows(api, query, 'P7D');
  return isUnread(rows) ? rows : rows.map(runOf);
}

/** How many rows each table got within a day. */
export async function tablesOf(api: Api, names: readonly string[]): Promise<TableFacts[] | Unread> {
  if (names.length === 0) return [];
  const parts = names.map(
    (name) => `(['${name}'] | summarize Rows = count(), Latest = max(TimeGenerated) | extend Name = "${name}")`,
  );
  const rows = await logRows(api, `union isfuzzy=true ${parts.join(', ')}`, 'P1D');
  if (isUnread(rows)) return rows;
  const found = new Map(rows.map((row) => [textOf(row.Name), row]));
  return names.map((name) => {
    const row = found.get(name);
    return { name, rows: numberOf(row?.Rows) ?? 0, latestAt: textOf(row?.Latest) };
  });
}

/** Alerts of 30 days; the table has a row for each state that an alert went through. */
export async function alertsOf(api: Api, ruleId: string): Promise<AlertFacts | Unread> {
  const query = [
    'SecurityAlert',
    `| where AlertType has ${kqlText(ruleId)}`,
    '| summarize arg_max(TimeGenerated, *), Raised = min(ProcessingEndTime) by SystemAlertId',
    '| summarize Alerts = count(), arg_max(Raised, SystemAlertId, DisplayName, VendorOriginalId)',
  ].join('\n');
  const rows = await logRows(api, query, 'P30D');
  if (isUnread(rows)) return rows;
  const [row] = rows;
  return {
    count: numberOf(row?.Alerts) ?? 0,
    latestAt: textOf(row?.Raised),
    latestId: textOf(row?.SystemAlertId),
    latestVendorId: textOf(row?.VendorOriginalId),
    latestTitle: textOf(row?.DisplayName),
  };
}

/** A KQL string literal of a text that somebody typed. */
export const kqlText = (text: string): string => JSON.stringify(text);
