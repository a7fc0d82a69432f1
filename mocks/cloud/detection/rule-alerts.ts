/** From the rows that an analytics rule found to the alerts it raises over them. */
import { type AlertText, alertText } from '@/mocks/cloud/detection/alert-text';
import { type AnswerRow, cellText } from '@/mocks/cloud/detection/answer-rows';
import { mappedEntities } from '@/mocks/cloud/detection/mapped-entities';
import { detectedAlert } from '@/mocks/store/detected-alert';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { type AlertRuleRecord, alertRuleTitle, type QueryRuleBody } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

/** A rule with an alert per result raises this many; the last one stands for all the rest. */
export const mostAlertsPerRun = 150;
const mostValues = 50;

export type Window = { from: Date; until: Date };

export function ruleAlerts(
  store: Store,
  rule: AlertRuleRecord,
  body: QueryRuleBody,
  rows: readonly AnswerRow[],
  window: Window,
): AlertRecord[] {
  const each = body.properties.eventGroupingSettings?.aggregationKind === 'AlertPerResult';
  const cut = mostAlertsPerRun - 1;
  const rest = rows.slice(cut);
  const events = each ? [...rows.slice(0, cut).map((row) => [row]), ...(rest.length > 0 ? [rest] : [])] : [rows];
  return events.map((event, index) => ruleAlert(store, rule, body, { rows: event, window, index }));
}

type Event = { rows: readonly AnswerRow[]; window: Window; index: number };

function ruleAlert(store: Store, rule: AlertRuleRecord, body: QueryRuleBody, event: Event): AlertRecord {
  const { rows, window, index } = event;
  const text = alertText(body, rows[0] ?? {});
  const createdAt = store.clock.nowMs();
  const { first, last } = activity(rows, window);
  const details = customDetails(body, rows);
  return detectedAlert(
    {
      product: 'sentinel',
      key: `${store.seed}/${rule.name}/${createdAt}/${index}`,
      title: text.title,
      description: text.description,
      severity: text.severity,
      category: text.tactics[0] ?? '',
      categories: text.tactics,
      techniques: text.techniques,
      firstAt: first,
      lastAt: last,
      createdAt,
      ruleId: rule.name,
      detectionSource: body.kind === 'NRT' ? 'nrtAlerts' : 'scheduledAlerts',
      evidence: mappedEntities(store, body.properties.entityMappings ?? [], rows, createdAt),
      customDetails: details,
      ...(text.remediation ? { recommendedActions: text.remediation } : {}),
      productName: text.productName,
      additionalData: extended(rule, body, event, text, details),
    },
    body.properties.incidentConfiguration?.createIncident ?? true,
  );
}

/** From the first to the last event, as far as the rows say when; otherwise the window that was looked at. */
function activity(rows: readonly AnswerRow[], { from, until }: Window): { first: number; last: number } {
  const times = rows.map((row) => Date.parse(cellText(row.TimeGenerated))).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return { first: from.getTime(), last: until.getTime() };
  return { first: Math.min(...times), last: Math.max(...times) };
}

function customDetails({ properties }: QueryRuleBody, rows: readonly AnswerRow[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(properties.customDetails ?? {}).flatMap(([name, column]) => {
      const values = [...new Set(rows.map((row) => cellText(row[column])).filter((value) => value !== ''))];
      return values.length === 0 ? [] : [[name, values.slice(0, mostValues)]];
    }),
  );
}

/** What `SecurityAlert.ExtendedProperties` says of an analytics rule's alert, by the names it has there. */
function extended(
  rule: AlertRuleRecord,
  { kind, properties }: QueryRuleBody,
  { rows, window }: Event,
  { more }: AlertText,
  details: Record<string, string[]>,
): Record<string, unknown> {
  return {
    Query: properties.query,
    'Query Start Time UTC': window.from.toISOString(),
    'Query End Time UTC': window.until.toISOString(),
    'Query Results Aggregated Count': String(rows.length),
    'Event Grouping': properties.eventGroupingSettings?.aggregationKind ?? 'SingleAlert',
    'Analytic Rule Ids': JSON.stringify([rule.name]),
    'Analytic Rule Name': alertRuleTitle(rule),
    ...(Object.keys(details).length > 0 ? { 'Custom Details': JSON.stringify(details) } : {}),
    ...('queryPeriod' in properties && kind === 'Scheduled'
      ? {
          'Query Period': properties.queryPeriod,
          'Trigger Operator': properties.triggerOperator,
          'Trigger Threshold': String(properties.triggerThreshold),
        }
      : {}),
    ...more,
  };
}
