/** Times as people read them; the zone is the analyst's choice. Input is ISO 8601, output never lacks the zone in full form. */

export type Zone = 'utc' | 'local';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; offset: string };

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function partsOf(iso: string, zone: Zone): Parts | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  if (zone === 'utc')
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      offset: 'UTC',
    };
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    offset: offsetText(-date.getTimezoneOffset()),
  };
}

/** `2025-01-15 10:05:12 UTC`. A text that is no time comes back unchanged. */
export function fullTime(iso: string, zone: Zone): string {
  const parts = partsOf(iso, zone);
  if (parts === null) return iso;
  const { year, month, day, hour, minute, second, offset } = parts;
  return `${year}-${two(month + 1)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} ${offset}`;
}

/** `15 Jan 10:05`, for rows of one year. */
export function shortTime(iso: string, zone: Zone): string {
  const parts = partsOf(iso, zone);
  if (parts === null) return iso;
  return `${two(parts.day)} ${months[parts.month]} ${two(parts.hour)}:${two(parts.minute)}`;
}

/** `10:05:12`. */
export function clockTime(iso: string, zone: Zone): string {
  const parts = partsOf(iso, zone);
  return parts === null ? iso : `${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}`;
}

/** `3:12`, minutes and seconds; never below zero. */
export function minutesText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** `3 s`, `12 min`, `4 h`, `6 d`: one unit, rounded down. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}
