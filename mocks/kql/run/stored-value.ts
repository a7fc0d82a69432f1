/** A cell of a log row as the database stores it. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { parseDatetime } from '../datetime-text';
import { decimalOfText } from '../functions/js/decimal';
import { stableJson } from '../functions/js/json';
import { msToTicks, parseTimespan } from '../ticks';

export type StoredValue = string | bigint | number | boolean | null;

export function toStored(value: unknown, type: ScalarType): StoredValue {
  if (value === undefined || value === null) return type === 'string' ? '' : null;
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : typeof value === 'object' ? stableJson(value) : String(value);
    case 'guid':
      return String(value).toLowerCase();
    case 'dynamic':
      return stableJson(value);
    case 'long':
    case 'int':
      return toWhole(value);
    case 'real':
      return value === '' ? null : Number(value);
    case 'decimal':
      return decimalOfText(String(value));
    case 'bool':
      return typeof value === 'boolean' ? value : value === '' ? null : value === 'true' || value === 1;
    case 'datetime':
      return toTicks(value);
    case 'timespan':
      return typeof value === 'number' ? BigInt(Math.round(value * 10_000)) : parseTimespan(String(value));
  }
}

function toWhole(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value;
  if (value === '') return null;
  return BigInt(Math.trunc(Number(value)));
}

function toTicks(value: unknown): bigint | null {
  if (value instanceof Date) return msToTicks(value.getTime());
  if (typeof value === 'number') return msToTicks(value);
  if (value === '') return null;
  const ticks = parseDatetime(String(value));
  if (ticks === null) throw new Error(`Not a datetime: ${String(value).slice(0, 40)}`);
  return ticks;
}
