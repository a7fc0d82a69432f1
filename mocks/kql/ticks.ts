/** datetime and timespan as Kusto keeps them: 100 ns ticks; datetimes count from 0001-01-01. */
export const ticksPerMs = 10_000n;
export const ticksPerSecond = 10_000_000n;
export const ticksPerDay = 864_000_000_000n;
/** Ticks of 1970-01-01. */
export const unixEpochTicks = 621_355_968_000_000_000n;
/** Ticks of 9999-12-31T23:59:59.9999999. */
export const maxTicks = 3_155_378_975_999_999_999n;

export const msToTicks = (epochMs: number): bigint => {
  const whole = Math.floor(epochMs);
  return unixEpochTicks + BigInt(whole) * ticksPerMs + BigInt(Math.round((epochMs - whole) * 10_000));
};

/** Epoch milliseconds, whole ones. */
export const ticksToMs = (ticks: bigint): number => Number((ticks - unixEpochTicks) / ticksPerMs);

const two = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 in UTC with as many decimals as the instant has, e.g. 2025-01-15T08:30:00Z; `full` writes all seven. */
export function formatTicks(ticks: bigint, full = false): string {
  const fraction = Number(ticks % ticksPerSecond);
  const date = new Date(Number((ticks - unixEpochTicks - BigInt(fraction)) / ticksPerMs));
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const day = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day}T${time}${full ? `.${String(fraction).padStart(7, '0')}` : decimals(fraction)}Z`;
}

const decimals = (fraction: number): string =>
  fraction === 0 ? '' : `.${String(fraction).padStart(7, '0').replace(/0+$/, '')}`;

/** Kusto's text of a timespan: [-][d.]hh:mm:ss[.fffffff]. */
export function formatTimespan(ticks: bigint): string {
  const sign = ticks < 0n ? '-' : '';
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / ticksPerDay;
  const seconds = Number((size % ticksPerDay) / ticksPerSecond);
  const fraction = Number(size % ticksPerSecond);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${sign}${days > 0n ? `${days}.` : ''}${clock}${fraction ? `.${String(fraction).padStart(7, '0')}` : ''}`;
}

const unitTicks: Readonly<Record<string, number>> = {
  d: 864e9,
  day: 864e9,
  days: 864e9,
  h: 36e9,
  hr: 36e9,
  hrs: 36e9,
  hour: 36e9,
  hours: 36e9,
  m: 6e8,
  min: 6e8,
  minute: 6e8,
  minutes: 6e8,
  s: 1e7,
  sec: 1e7,
  second: 1e7,
  seconds: 1e7,
  ms: 1e4,
  milli: 1e4,
  millis: 1e4,
  millisec: 1e4,
  millisecond: 1e4,
  milliseconds: 1e4,
  micro: 10,
  micros: 10,
  microsec: 10,
  microsecond: 10,
  microseconds: 10,
  tick: 1,
  ticks: 1,
};

const clockPattern = /^([-+])?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;

/** Ticks of a timespan's text: 1.5h, 1.02:03:04.5, or a number of days. Null when it is none. */
export function parseTimespan(text: string): bigint | null {
  const trimmed = text.trim();
  const amount = /^([-+]?\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(trimmed);
  const unit = amount && unitTicks[(amount[2] ?? '').toLowerCase()];
  if (amount && unit) return BigInt(Math.round(Number(amount[1]) * unit));
  if (/^[-+]?\d+$/.test(trimmed)) return BigInt(trimmed) * ticksPerDay;
  const clock = clockPattern.exec(trimmed);
  if (!clock) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const clockSeconds = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const size = BigInt(days) * ticksPerDay + clockSeconds * ticksPerSecond + BigInt(fraction.padEnd(7, '0'));
  return sign === '-' ? -size : size;
}
