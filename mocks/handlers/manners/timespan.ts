/**
 * The time bound that both query APIs take beside the text: a duration back from now, `start/end`, `start/duration`,
 * `duration/end`, or a single start. https://learn.microsoft.com/graph/api/security-security-runhuntingquery
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type Timespan = { start: Date; end: Date };

export function timespanOf(text: string | null | undefined, now: Date, code: string): Timespan | null {
  if (!text) return null;
  const refuse = (): never => {
    throw new Refusal(400, code, `Invalid timespan '${text}': expected an ISO 8601 duration, interval or date.`);
  };
  const read = (part: string): { duration: number } | { instant: Date } => {
    const duration = isoDurationMs(part);
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
