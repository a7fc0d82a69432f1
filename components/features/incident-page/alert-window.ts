/** The time that an incident is about: from the first to the last thing its alerts saw. */
import type { Alert } from '@/lib/domain/alert/alert';
import type { Incident } from '@/lib/domain/incident/incident';

/** ISO 8601 UTC. `end` is never before `start`. */
export type AlertWindow = { start: string; end: string };

/** The incident's own window where it names one, widened by alerts that lie outside of it; null when nobody knows. */
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
  const [start, end] = times.reduce(
    ([low, high], ms) => [Math.min(low, ms), Math.max(high, ms)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { start: new Date(start ?? 0).toISOString(), end: new Date(end ?? 0).toISOString() };
}

/** ISO 8601 interval, as both query APIs want it. A window without length is widened by a minute on each side. */
export function timespanOf(window: AlertWindow): string {
  if (window.start !== window.end) return `${window.start}/${window.end}`;
  const ms = Date.parse(window.start);
  return `${new Date(ms - 60_000).toISOString()}/${new Date(ms + 60_000).toISOString()}`;
}
