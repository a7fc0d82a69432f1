/** Calendar arithmetic on ticks. */
import { maxTicks, msToTicks, ticksPerDay, ticksPerMs, ticksPerSecond, unixEpochTicks } from '../../ticks';
import { QueryFault } from './query-fault';

type Ticks = bigint | null;

const unitTicks: Readonly<Record<string, bigint>> = {
  day: ticksPerDay,
  hour: 36_000_000_000n,
  minute: 600_000_000n,
  second: ticksPerSecond,
  millisecond: ticksPerMs,
  microsecond: 10n,
};

const singular = (part: string): string => part.toLowerCase().replace(/s$/, '');
const inRange = (ticks: bigint): Ticks => (ticks < 0n || ticks > maxTicks ? null : ticks);

const dateOf = (ticks: bigint): Date => new Date(Number((ticks - (ticks % ticksPerMs) - unixEpochTicks) / ticksPerMs));
const remainderOf = (ticks: bigint): bigint => ticks % ticksPerMs;
const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;

function isoWeek(date: Date): number {
  const thursday = new Date(date.getTime());
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  return Math.ceil(dayOfYear(thursday) / 7);
}

const parts: Readonly<Record<string, (date: Date, ticks: bigint) => number>> = {
  year: (date) => date.getUTCFullYear(),
  quarter: (date) => Math.floor(date.getUTCMonth() / 3) + 1,
  month: (date) => date.getUTCMonth() + 1,
  week_of_year: isoWeek,
  weekofyear: isoWeek,
  day: (date) => date.getUTCDate(),
  dayofyear: dayOfYear,
  hour: (date) => date.getUTCHours(),
  minute: (date) => date.getUTCMinutes(),
  second: (date) => date.getUTCSeconds(),
  millisecond: (date) => date.getUTCMilliseconds(),
  microsecond: (_, ticks) => Number((ticks % ticksPerSecond) / 10n),
  nanosecond: (_, ticks) => Number(ticks % ticksPerSecond) * 100,
};

export function datetimePart(part: string, ticks: Ticks): number | null {
  if (ticks === null) return null;
  const read = parts[part.toLowerCase()];
  if (!read) throw new QueryFault('SEM0119', `The datetime part '${part}' is not valid.`);
  return read(dateOf(ticks), ticks);
}

const months = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** Counts the boundaries crossed between two instants, not whole periods. */
export function datetimeDiff(part: string, a: Ticks, b: Ticks): bigint | number | null {
  if (a === null || b === null) return null;
  const unit = singular(part);
  const [x, y] = [dateOf(a), dateOf(b)];
  if (unit === 'year') return x.getUTCFullYear() - y.getUTCFullYear();
  if (unit === 'quarter') return Math.floor(months(x) / 3) - Math.floor(months(y) / 3);
  if (unit === 'month') return months(x) - months(y);
  // 0001-01-01 is a Monday; Kusto's weeks start on Sunday.
  const week = (ticks: bigint) => (ticks / ticksPerDay + 1n) / 7n;
  if (unit === 'week') return week(a) - week(b);
  if (unit === 'nanosecond') return (a - b) * 100n;
  const size = unitTicks[unit];
  if (size === undefined) throw new QueryFault('SEM0119', `The datetime part '${part}' is not valid.`);
  return a / size - b / size;
}

export function datetimeAdd(part: string, amount: number | null, ticks: Ticks): Ticks {
  if (amount === null || ticks === null) return null;
  const unit = singular(part);
  const byMonths = { year: 12, quarter: 3, month: 1 }[unit];
  if (byMonths !== undefined) return inRange(addMonths(ticks, amount * byMonths));
  if (unit === 'week') return inRange(ticks + BigInt(amount) * 7n * ticksPerDay);
  if (unit === 'nanosecond') return inRange(ticks + BigInt(amount) / 100n);
  const size = unitTicks[unit];
  if (size === undefined) throw new QueryFault('SEM0119', `The datetime part '${part}' is not valid.`);
  return inRange(ticks + BigInt(amount) * size);
}

function addMonths(ticks: bigint, count: number): bigint {
  const date = dateOf(ticks);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return msToTicks(date.getTime()) + remainderOf(ticks);
}

type Part = number | null;

/** A part that is null makes the whole null; one that is left out is 0. */
export function makeDatetime(...given: readonly Part[]): Ticks {
  if (given.includes(null)) return null;
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0, second = 0] = given.map(Number);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (!isClock(hour, minute, second)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  if (date.getUTCDate() !== dayOfMonth) return null;
  date.setUTCHours(hour, minute);
  return inRange(msToTicks(date.getTime()) + BigInt(Math.round(second * 1e7)));
}

const isClock = (hours: number, minutes: number, seconds: number): boolean =>
  hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 && seconds < 60;

export const makeTimespan = (hours: Part, minutes: Part, seconds: Part = 0): Ticks =>
  makeTimespanWithDays(0, hours, minutes, seconds);

/** Parts beyond a clock's are no time. */
export function makeTimespanWithDays(days: Part, hours: Part, minutes: Part, seconds: Part): Ticks {
  if (days === null || hours === null || minutes === null || seconds === null) return null;
  if (!isClock(hours, minutes, seconds)) return null;
  return (
    BigInt(days) * ticksPerDay +
    BigInt(hours * 3600 + minutes * 60) * ticksPerSecond +
    BigInt(Math.round(seconds * 1e7))
  );
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The formats' words, longest first; a longer run of a letter is several words ('ddd' is dd and d). */
const dateTokens = /yyyy|yy|y|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|f{1,7}|F{1,7}|tt/g;
const timespanTokens = /d{1,8}|HH|H|hh|h|mm|m|ss|s|f{1,7}|F{1,7}/g;

function checkFormat(format: string, tokens: RegExp, name: string): void {
  const left = format.replace(tokens, '');
  if (/[^ /\-:,._[\]]/.test(left)) throw new QueryFault('SEM0000', `${name}(): the format '${format}' is not valid.`);
}

function dateToken(token: string, date: Date, ticks: bigint): string {
  const fraction = pad(Number(ticks % ticksPerSecond), 7);
  const hour = date.getUTCHours();
  switch (token[0]) {
    case 'y':
      return token.length > 2 ? pad(date.getUTCFullYear(), 4) : pad(date.getUTCFullYear() % 100, token.length);
    case 'M':
      return pad(date.getUTCMonth() + 1, token.length);
    case 'd':
      return pad(date.getUTCDate(), token.length);
    case 'H':
      return pad(hour, token.length);
    case 'h':
      return pad(hour % 12 || 12, token.length);
    case 'm':
      return pad(date.getUTCMinutes(), token.length);
    case 's':
      return pad(date.getUTCSeconds(), token.length);
    case 'f':
      return fraction.slice(0, token.length);
    case 'F':
      return fraction.slice(0, token.length).replace(/0+$/, '');
    default:
      return hour < 12 ? 'AM' : 'PM';
  }
}

export function formatDatetime(ticks: Ticks, format: string): string {
  checkFormat(format, dateTokens, 'format_datetime');
  if (ticks === null) return '';
  const date = dateOf(ticks);
  return format.replace(dateTokens, (token) => dateToken(token, date, ticks));
}

function timespanToken(token: string, seconds: number, fraction: string): string {
  switch (token[0]) {
    case 'd':
      return pad(Math.floor(seconds / 86_400), token.length);
    case 'H':
    case 'h':
      return pad(Math.floor(seconds / 3600) % 24, token.length);
    case 'm':
      return pad(Math.floor(seconds / 60) % 60, token.length);
    case 's':
      return pad(seconds % 60, token.length);
    case 'f':
      return fraction.slice(0, token.length);
    default:
      return fraction.slice(0, token.length).replace(/0+$/, '');
  }
}

export function formatTimespanAs(ticks: Ticks, format: string): string {
  checkFormat(format, timespanTokens, 'format_timespan');
  if (ticks === null) return '';
  const size = ticks < 0n ? -ticks : ticks;
  const seconds = Number(size / ticksPerSecond);
  const fraction = pad(Number(size % ticksPerSecond), 7);
  const text = format.replace(timespanTokens, (token) => timespanToken(token, seconds, fraction));
  return ticks < 0n ? `-${text}` : text;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes long, and a query names few zones. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = newFormat(zone);
  if (formats.size > 100) formats.clear();
  formats.set(zone, made);
  return made;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    // A RangeError: ICU knows no such zone.
    throw new QueryFault('SEM0000', `The time zone '${zone}' is not known.`);
  }
}

function offsetMs(epochMs: number, zone: string): number {
  const format = formatIn(zone);
  const read = Object.fromEntries(format.formatToParts(epochMs).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
}

const epochMsOf = (ticks: bigint): number => Number((ticks - unixEpochTicks) / ticksPerMs);

export const utcToLocal = (ticks: Ticks, zone: string): Ticks =>
  ticks === null ? null : ticks + BigInt(offsetMs(epochMsOf(ticks), zone)) * ticksPerMs;

/** Where clocks were turned, the time after it counts: for a time that never was, and for the second of two. */
export function localToUtc(ticks: Ticks, zone: string): Ticks {
  if (ticks === null) return null;
  const local = epochMsOf(ticks);
  const [before, after] = [offsetMs(local - 86_400_000, zone), offsetMs(local + 86_400_000, zone)];
  const holds = (offset: number) => offsetMs(local - offset, zone) === offset;
  return ticks - BigInt(holds(before) && !holds(after) ? before : after) * ticksPerMs;
}
