/**
 * What Sentinel asks of an analytics rule before it keeps it. Limits:
 * https://learn.microsoft.com/azure/sentinel/sentinel-service-limits#analytics-rule-limits,
 * https://learn.microsoft.com/azure/sentinel/create-analytics-rules
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import type { SentinelGroupingConfiguration } from '@/lib/wire/sentinel/alert-rule-parts';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Engine } from '@/mocks/kql/run/contract';
import { type AlertRuleBody, isQueryRule, type QueryRuleBody } from '@/mocks/store/records/alert-rule-record';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const limits = {
  entityMappings: 10,
  fieldsOfMapping: 3,
  customDetails: 20,
  query: 10_000,
  threshold: 10_000,
  placeholders: 3,
} as const;

export function invalid(kind: string, what: string): Refusal {
  return new Refusal(400, 'BadRequest', `Invalid Properties for ${kind} alert rule: ${what}`);
}

function duration(kind: string, name: string, text: string, least: number, most: number): number {
  const lengthMs = isoDurationMs(text);
  if (lengthMs === null) throw invalid(kind, `'${name}' is not an ISO 8601 duration: '${text}'.`);
  if (lengthMs < least || lengthMs > most) {
    const bounds = `between ${least / minuteMs} minutes and ${most / dayMs} days`;
    throw invalid(kind, `'${name}' must be ${bounds}.`);
  }
  return lengthMs;
}

function checkSchedule(body: Extract<QueryRuleBody, { kind: 'Scheduled' }>): void {
  const { queryFrequency, queryPeriod, triggerThreshold } = body.properties;
  const everyMs = duration(body.kind, 'queryFrequency', queryFrequency, 5 * minuteMs, 14 * dayMs);
  const periodMs = duration(body.kind, 'queryPeriod', queryPeriod, 5 * minuteMs, 14 * dayMs);
  if (periodMs < everyMs) throw invalid(body.kind, "'queryPeriod' must not be shorter than 'queryFrequency'.");
  if (periodMs >= 2 * dayMs && everyMs < hourMs) {
    throw invalid(body.kind, "'queryFrequency' must be at least an hour when 'queryPeriod' is two days or more.");
  }
  if (!Number.isInteger(triggerThreshold) || triggerThreshold < 0 || triggerThreshold > limits.threshold) {
    throw invalid(body.kind, `'triggerThreshold' must be a whole number between 0 and ${limits.threshold}.`);
  }
}

function checkGrouping(kind: string, grouping: SentinelGroupingConfiguration): void {
  duration(kind, 'lookbackDuration', grouping.lookbackDuration, 5 * minuteMs, 7 * dayMs);
  const selected = [grouping.groupByEntities, grouping.groupByAlertDetails, grouping.groupByCustomDetails];
  if (grouping.enabled && grouping.matchingMethod === 'Selected' && selected.every((list) => !list?.length)) {
    throw invalid(kind, "'groupingConfiguration' must name what to group by when 'matchingMethod' is 'Selected'.");
  }
}

function checkMappings({ kind, properties }: QueryRuleBody): void {
  const mappings = properties.entityMappings ?? [];
  if (mappings.length > limits.entityMappings) {
    throw invalid(kind, `'entityMappings' must not have more than ${limits.entityMappings} entries.`);
  }
  for (const { entityType, fieldMappings } of mappings) {
    if (fieldMappings.length === 0 || fieldMappings.length > limits.fieldsOfMapping) {
      throw invalid(kind, `the mapping of '${entityType}' must have 1 to ${limits.fieldsOfMapping} fields.`);
    }
  }
  if (Object.keys(properties.customDetails ?? {}).length > limits.customDetails) {
    throw invalid(kind, `'customDetails' must not have more than ${limits.customDetails} entries.`);
  }
  const { alertDisplayNameFormat, alertDescriptionFormat } = properties.alertDetailsOverride ?? {};
  for (const format of [alertDisplayNameFormat, alertDescriptionFormat]) {
    if ((format?.match(/\{\{/g)?.length ?? 0) > limits.placeholders) {
      throw invalid(kind, `a format of 'alertDetailsOverride' must not name more than ${limits.placeholders} columns.`);
    }
  }
}

/** The columns that the rule speaks of have to be columns of its query. */
function checkColumns({ kind, properties }: QueryRuleBody, columns: ReadonlySet<string>): void {
  const named = [
    ...(properties.entityMappings ?? []).flatMap(({ fieldMappings }) => fieldMappings.map((field) => field.columnName)),
    ...Object.values(properties.customDetails ?? {}),
  ];
  const missing = named.find((column) => !columns.has(column));
  if (missing !== undefined) throw invalid(kind, `the query has no column '${missing}'.`);
}

async function checkQuery(engine: Engine, body: QueryRuleBody, now: Date): Promise<void> {
  const { kind, properties } = body;
  const { query } = properties;
  if (query.trim() === '' || query.length > limits.query) {
    throw invalid(kind, `'query' must have between 1 and ${limits.query} characters.`);
  }
  // Over no time at all: only whether it can be understood is asked, and which columns it has.
  const answer = await engine.run(query, { now, timespan: { start: now, end: now }, world: 'workspace' });
  if (!answer.ok) {
    throw new Refusal(
      400,
      'BadRequest',
      `Failed to run the analytics rule query. ${answer.problems[0]?.message ?? ''}`.trim(),
    );
  }
  checkColumns(body, new Set(answer.columns.map(({ name }) => name)));
}

export async function checkAlertRule(engine: Engine, body: AlertRuleBody, now: Date): Promise<void> {
  const { kind } = body;
  if (kind !== 'Fusion' && body.properties.displayName.trim() === '') throw invalid(kind, "'displayName' is required.");
  if (!isQueryRule(body)) return;
  if (body.kind === 'Scheduled') checkSchedule(body);
  duration(kind, 'suppressionDuration', body.properties.suppressionDuration, 5 * minuteMs, dayMs);
  const grouping = body.properties.incidentConfiguration?.groupingConfiguration;
  if (grouping) checkGrouping(kind, grouping);
  checkMappings(body);
  await checkQuery(engine, body, now);
}
