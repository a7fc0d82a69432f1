/** Reads the texts that Kusto's datetime() and todatetime() accept. */
import { maxTicks, msToTicks } from './ticks';

const iso =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2})?$/i;
const slashed =
  /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?\s*(AM|PM)?)?\s*(Z)?$/i;
/** RFC 822 and RFC 850: Sat, 8 Nov 14 15:05:02 GMT; Saturday, 08-Nov-14 15:05. */
const spelled =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2})?$/i;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

function ticksOf(
  parts: readonly (string | undefined)[],
  fraction: string | undefined,
  offsetMinutes: number,
): bigint | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 || year < 1) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute - offsetMinutes, second);
  const ticks = msToTicks(date.getTime()) + BigInt((fraction ?? '').slice(0, 7).padEnd(7, '0'));
  return ticks < 0n || ticks > maxTicks ? null : ticks;
}

function offsetMinutesOf(zone: string | undefined): number {
  const match = /^([-+])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function afternoonHour(hour: string | undefined, half: string | undefined): string | undefined {
  if (!half || hour === undefined) return hour;
  return String((Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0));
}

/** Ticks of a datetime's text, null when it is none. */
export function parseDatetime(text: string): bigint | null {
  const trimmed = text.trim().replace(/^(\d{4}) - (\d{1,2}) - (\d{1,2})/, '$1-$2-$3');
  const isoMatch = iso.exec(trimmed);
  if (isoMatch) {
    const [, year, month, day, hour, minute, second, fraction, zone] = isoMatch;
    return ticksOf([year, month, day, hour, minute, second], fraction, offsetMinutesOf(zone));
  }
  const slashMatch = slashed.exec(trimmed);
  if (slashMatch) {
    const [, month, day, year, hour, minute, second, fraction, half] = slashMatch;
    return ticksOf([year, month, day, afternoonHour(hour, half), minute, second], fraction, 0);
  }
  const spelledMatch = spelled.exec(trimmed);
  const month = monthNames.indexOf((spelledMatch?.[2] ?? '').toLowerCase()) + 1;
  if (spelledMatch && month > 0) {
    const [, day, , year = '', hour, minute, second, fraction, zone] = spelledMatch;
    const full = year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
    return ticksOf([full, String(month), day, hour, minute, second], fraction, offsetMinutesOf(zone));
  }
  const compactMatch = compact.exec(trimmed);
  if (compactMatch) return ticksOf(compactMatch.slice(1), undefined, 0);
  if (/^\d{4}$/.test(trimmed)) return ticksOf([trimmed], undefined, 0);
  // RFC 822 and the spelled-out months: the few forms left are those JavaScript reads alike.
  if (!/[a-z]{3}/i.test(trimmed) || !/\d{4}/.test(trimmed)) return null;
  const parsed = Date.parse(/(Z|GMT|UTC|[-+]\d{4})$/i.test(trimmed) ? trimmed : `${trimmed} UTC`);
  return Number.isNaN(parsed) ? null : msToTicks(parsed);
}
