/** One value as text: short and aligned in the grid, exact in copies and exports. */
import type { Cell, KqlType } from '@/lib/domain/hunting/result-table';

export type Zone = 'utc' | 'local';

const two = (part: number) => String(part).padStart(2, '0');

/** `2025-01-15 08:30:00.123`; milliseconds always, so that columns align. The other digits are in the copy. */
export function timeText(iso: string, zone: Zone): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  if (zone === 'utc') return time.toISOString().replace('T', ' ').replace('Z', '');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  return `${date} ${clock}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

/** What the service answered, exactly: times as they came, dynamics as compact JSON, null as nothing. */
export function exactText(value: Cell): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function cellText(value: Cell, type: KqlType, zone: Zone): string {
  return type === 'datetime' && typeof value === 'string' ? timeText(value, zone) : exactText(value);
}

export const isNumeric = (type: KqlType) => type === 'long' || type === 'int' || type === 'real' || type === 'decimal';
