/**
 * What Defender looks at before it takes a custom detection: the query must run in advanced hunting and return what the
 * rule's alerts are made of. https://learn.microsoft.com/defender-xdr/custom-detection-rules#required-columns-in-the-query-results
 */

import { whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Services } from '@/mocks/handlers/services';
import type { DetectionRuleFields } from '@/mocks/store/records/detection-rule-record';

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Milliseconds between two runs; 0 for a rule that runs continuously. */
export function frequencyMs(frequency: string): number {
  const match = duration.exec(frequency);
  if (!match || !/\d/.test(frequency)) throw bad(`'${frequency}' is not an ISO 8601 duration.`);
  const [days, hours, minutes, seconds] = match.slice(1).map((text) => Number(text ?? 0));
  return (days ?? 0) * dayMs + (hours ?? 0) * 60 * minuteMs + (minutes ?? 0) * minuteMs + (seconds ?? 0) * 1000;
}

function refuseSchedule(frequency: string): void {
  const everyMs = frequencyMs(frequency);
  if (everyMs !== 0 && (everyMs < 5 * minuteMs || everyMs > 14 * dayMs)) {
    throw bad(`Invalid schedule: '${frequency}' is neither continuous (PT0S) nor between PT5M and P14D.`);
  }
}

/** Every column that the rule's mappings and actions name. */
function namedColumns(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namedColumns);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.endsWith('Column') && typeof inner === 'string' ? [inner] : namedColumns(inner),
  );
}

async function refuseQuery({ engine, store, logs }: Services, fields: DetectionRuleFields): Promise<void> {
  const now = store.clock.now();
  await logs.settled();
  const text = fields.queryCondition.queryText;
  const limits = { rows: 1, bytes: 1 << 20, waitMs: 30_000 };
  const result = await whileEngineLives(() =>
    engine.run(text, { now, timespan: { start: now, end: now }, limits, world: 'hunting' }),
  );
  if (!result.ok) {
    throw bad(`Invalid query: ${result.problems.map(({ code, message }) => `${message} (${code})`).join('\n')}`);
  }
  const columns = new Set(result.columns.map(({ name }) => name));
  if (!columns.has('Timestamp') && !columns.has('TimeGenerated')) {
    throw bad("Invalid query: the results must contain the column 'Timestamp' or 'TimeGenerated'.");
  }
  const missing = namedColumns(fields.detectionAction).find((name) => !columns.has(name));
  if (missing !== undefined) throw bad(`Invalid rule: the query's results have no column '${missing}'.`);
}

/** Throws the 400 that Defender answers; returns when it would take the rule. */
export async function refuseRule(services: Services, fields: DetectionRuleFields): Promise<void> {
  if (fields.displayName.trim() === '') throw bad("'displayName' must not be empty.");
  if (fields.queryCondition.queryText.trim() === '') throw bad("'queryText' must not be empty.");
  refuseSchedule(fields.schedule.frequency);
  await refuseQuery(services, fields);
}
