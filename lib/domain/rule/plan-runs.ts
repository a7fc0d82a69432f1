/**
 * Which runs a rule would have had lately. Scheduled rules leave events five minutes to arrive, near-real-time rules two.
 * https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, https://learn.microsoft.com/azure/sentinel/near-real-time-rules
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import type { RuleSchedule } from '@/lib/domain/rule/rule';

/** A run and the part of the past that it looks at. ISO 8601 UTC. */
export type RunWindow = { at: string; from: string; until: string };

const minuteMs = 60_000;
/** How far back a rule is tried. */
const weekMs = 7 * 24 * 60 * minuteMs;
/** Each run is a query: half of what Log Analytics takes within thirty seconds, so that others get a turn. */
export const mostRuns = 100;

/** The runs of the last week, as many as may be tried. */
export type PlannedRuns = {
  /** Newest first. */
  windows: RunWindow[];
  /** The time that so many of these runs stand for, in ms: a week when all of its runs are here. */
  spanOf: (runs: number) => number;
  /** Whether more runs would fit into the week. */
  limited: boolean;
};

/** `schedule` null is a near-real-time rule; `now` is the tenant's time. */
export function planRuns(schedule: RuleSchedule | null, now: Date): PlannedRuns {
  const everyMs = schedule === null ? minuteMs : Math.max(5 * minuteMs, isoDurationMs(schedule.frequency) ?? 0);
  const periodMs = schedule === null ? minuteMs : (isoDurationMs(schedule.period) ?? everyMs);
  const delayMs = (schedule === null ? 2 : 5) * minuteMs;
  const fitting = Math.ceil(weekMs / everyMs);
  const count = Math.min(fitting, mostRuns);
  const iso = (ms: number) => new Date(ms).toISOString();
  const windows = Array.from({ length: count }, (_, index) => {
    const atMs = now.getTime() - index * everyMs;
    return { at: iso(atMs), from: iso(atMs - delayMs - periodMs), until: iso(atMs - delayMs) };
  });
  const spanOf = (runs: number) => (runs === fitting ? weekMs : runs * everyMs);
  return { windows, spanOf, limited: count < fitting };
}
