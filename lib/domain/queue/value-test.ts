/**
 * Numbers and times as conditions: `>10`, `10..20`, `7d` (the last seven days), `today`, `2025-01-10`, `2025-01-10..2025-01-12`.
 * A date is a whole day in the asker's zone, so `>2025-01-10` begins with the 11th and `..2025-01-12` ends with the 12th.
 */
import type { QueueAsker } from '@/lib/domain/queue/queue-field';

export type ValueTest = (value: number) => boolean;

const comparison = /^(>=|<=|>|<)(.*)$/u;

/** Null when the text is no condition on a number. */
export function numberTest(text: string): ValueTest | null {
  const compared = comparison.exec(text);
  if (compared !== null) {
    const bound = numberOf(compared[2] ?? '');
    if (bound === null) return null;
    switch (compared[1]) {
      case '>':
        return (value) => value > bound;
      case '>=':
        return (value) => value >= bound;
      case '<':
        return (value) => value < bound;
      default:
        return (value) => value <= bound;
    }
  }
  if (text.includes('..')) {
    const [low = '', high = '', ...rest] = text.split('..');
    const from = low === '' ? Number.NEGATIVE_INFINITY : numberOf(low);
    const to = high === '' ? Number.POSITIVE_INFINITY : numberOf(high);
    if (from === null || to === null || rest.length > 0 || low + high === '' || from > to) return null;
    return (value) => value >= from && value <= to;
  }
  const exact = numberOf(text);
  return exact === null ? null : (value) => value === exact;
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
}

/** Half-open, in milliseconds since the epoch. */
export type TimeSpan = { fromMs: number; toMs: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const lastUnits: Record<string, number> = { m: minuteMs, h: 3_600_000, d: dayMs, w: 7 * dayMs };
const always: TimeSpan = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

const dateText =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?)?$/iu;

function msOf(asker: QueueAsker, year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  return asker.zone === 'utc'
    ? Date.UTC(year, month, day, hour, minute, second)
    : new Date(year, month, day, hour, minute, second).getTime();
}

/** A month, day, minute or second as the time that it covers. */
function calendarSpan(text: string, asker: QueueAsker): TimeSpan | null {
  const match = dateText.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? Number.NaN));
  if (year === undefined || month === undefined || month < 1 || month > 12) return null;
  if (match[3] === undefined) return { fromMs: msOf(asker, year, month - 1, 1), toMs: msOf(asker, year, month, 1) };
  const dayOf = day ?? 1;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (dayOf < 1 || dayOf > daysInMonth) return null;
  if (match[4] === undefined)
    return { fromMs: msOf(asker, year, month - 1, dayOf), toMs: msOf(asker, year, month - 1, dayOf + 1) };
  const hasSeconds = match[6] !== undefined;
  const stepMs = hasSeconds ? 1_000 : minuteMs;
  const fromMs =
    match[8] === undefined
      ? msOf(asker, year, month - 1, dayOf, hour, minute, hasSeconds ? second : 0)
      : Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(fromMs) || (hour ?? 0) > 23 || (minute ?? 0) > 59 ? null : { fromMs, toMs: fromMs + stepMs };
}

function startOfDay(asker: QueueAsker, plusDays: number): number {
  const { now } = asker;
  return asker.zone === 'utc'
    ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + plusDays)
    : new Date(now.getFullYear(), now.getMonth(), now.getDate() + plusDays).getTime();
}

function namedSpan(written: string, asker: QueueAsker): TimeSpan | null {
  const text = written.toLowerCase();
  if (text === 'all') return always;
  if (text === 'today') return { fromMs: startOfDay(asker, 0), toMs: startOfDay(asker, 1) };
  if (text === 'yesterday') return { fromMs: startOfDay(asker, -1), toMs: startOfDay(asker, 0) };
  const last = /^(\d{1,5})([mhdw])$/u.exec(text);
  if (last === null) return calendarSpan(text.toUpperCase(), asker);
  const ms = Number(last[1]) * (lastUnits[last[2] ?? ''] ?? dayMs);
  return { fromMs: asker.now.getTime() - ms, toMs: Number.POSITIVE_INFINITY };
}

/** The time that a condition means, at the asker's moment; null when it means none. */
export function timeSpan(written: string, asker: QueueAsker): TimeSpan | null {
  const text = written.trim();
  const compared = comparison.exec(text);
  if (compared !== null) {
    const span = namedSpan(compared[2] ?? '', asker);
    if (span === null) return null;
    switch (compared[1]) {
      case '>':
        return { fromMs: span.toMs, toMs: always.toMs };
      case '>=':
        return { fromMs: span.fromMs, toMs: always.toMs };
      case '<':
        return { fromMs: always.fromMs, toMs: span.fromMs };
      default:
        return { fromMs: always.fromMs, toMs: span.toMs };
    }
  }
  if (!text.includes('..')) return namedSpan(text, asker);
  const [low = '', high = '', ...rest] = text.split('..');
  const from = low === '' ? always : namedSpan(low, asker);
  const to = high === '' ? always : namedSpan(high, asker);
  if (from === null || to === null || rest.length > 0 || low + high === '') return null;
  return from.fromMs < to.toMs ? { fromMs: from.fromMs, toMs: to.toMs } : null;
}

/** Null when the text is no condition on a time. */
export function timeTest(text: string, asker: QueueAsker): ValueTest | null {
  const span = timeSpan(text, asker);
  if (span === null) return null;
  const { fromMs, toMs } = span;
  return (ms) => ms >= fromMs && ms < toMs;
}
