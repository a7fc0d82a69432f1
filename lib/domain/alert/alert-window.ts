/** The time that an incident is about: from the first to the last thing its alerts saw. */
import type { Alert } from '@/lib/domain/alert/alert';
import type { Incident } from '@/lib/domain/incident/incident';

/** ISO 8601 UTC. `start` is before `end`. */
export type AlertWindow = { start: string; end: string };

const minuteMs = 60_000;

/** Windows are widened to round times, coarser for longer ones: what led to the first alert happened before it. */
const roundings = [
  { upToMs: 20 * minuteMs, stepMs: 5 * minuteMs },
  { upToMs: 180 * minuteMs, stepMs: 30 * minuteMs },
  { upToMs: 2 * 1_440 * minuteMs, stepMs: 60 * minuteMs },
] as const;
const longStepMs = 1_440 * minuteMs;

/** The incident's own times and its alerts', widened to round times; null when nobody knows when it was. */
export function alertWindow(
  incident: Pick<Incident, 'firstActivityAt' | 'lastActivityAt'>,
  alerts: readonly Pick<Alert, 'firstActivityAt' | 'lastActivityAt'>[],
): AlertWindow | null {
  const times = [
    incident.firstActivityAt,
    incident.lastActivityAt,
    ...alerts.flatMap((alert) => [alert.firstActivityAt, alert.lastActivityAt]),
  ]
    .filter((time): time is string => time !== null && !Number.isNaN(Date.parse(time)))
    .map((time) => Date.parse(time));
  if (times.length === 0) return null;
  const first = times.reduce((low, ms) => Math.min(low, ms));
  const last = times.reduce((high, ms) => Math.max(high, ms));
  const stepMs = roundings.find(({ upToMs }) => last - first <= upToMs)?.stepMs ?? longStepMs;
  const start = Math.floor(first / stepMs) * stepMs;
  const end = Math.ceil(last / stepMs) * stepMs;
  return { start: new Date(start).toISOString(), end: new Date(end > start ? end : start + stepMs).toISOString() };
}

/** ISO 8601 interval, as both query APIs want it. */
export function timespanOf(window: AlertWindow): string {
  return `${window.start}/${window.end}`;
}
