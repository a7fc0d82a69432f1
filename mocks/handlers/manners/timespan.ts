/**
 * The time bound that both query APIs take beside the text: a duration back from now, `start/end`, `start/duration`,
 * `duration/end`, or a single start. https://learn.microsoft.com/graph/api/security-security-runhuntingquery
 */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type Timespan = { start: Date; end: Date };

const unitsMs = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000, W: 604_800_000 };

/** ISO 8601 durations of days and shorter; months and years have no fixed length and Microsoft refuses them too. */
export function durationMs(text: string): number | null {
  const match =
    /^P(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
      text,
    );
  if (!match || text.length < 3) return null;
  const [, weeks, days, hours, minutes, seconds] = match.map((part) => Number(part ?? 0));
  return (
    (weeks ?? 0) * unitsMs.W +
    (days ?? 0) * unitsMs.D +
    (hours ?? 0) * unitsMs.H +
    (minutes ?? 0) * unitsMs.M +
    (seconds ?? 0) * unitsMs.S
  );
}

export function timespanOf(text: string | null | undefined, now: Date, code: string): Timespan | null {
  if (!text) return null;
  const refuse = (): never => {
    throw new Refusal(400, code, `Invalid timespan '${text}': expected an ISO 8601 duration, interval or date.`);
  };
  const read = (part: string): { duration: number } | { instant: Date } => {
    const duration = durationMs(part);
    if (duration !== null) return { duration };
    const instant = new Date(part);
    return /^\d{4}-\d\d-\d\d/.test(part) && !Number.isNaN(instant.getTime()) ? { instant } : refuse();
  };
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) refuse();
  const start = read(first);
  if (second === undefined) {
    if ('instant' in start) return { start: start.instant, end: now };
    return { start: new Date(now.getTime() - start.duration), end: now };
  }
  const end = read(second);
  if ('duration' in start && 'instant' in end) {
    return { start: new Date(end.instant.getTime() - start.duration), end: end.instant };
  }
  if ('instant' in start) {
    const until = 'instant' in end ? end.instant : new Date(start.instant.getTime() + end.duration);
    return { start: start.instant, end: until };
  }
  return refuse();
}
