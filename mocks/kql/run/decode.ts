/** A cell as the database returns it, as the engine's callers get it. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { formatTicks, formatTimespan } from '../ticks';

export function decodeCell(value: unknown, type: ScalarType): unknown {
  if (value === null || value === undefined) return type === 'string' ? '' : null;
  switch (type) {
    case 'long':
    case 'int':
      return typeof value === 'bigint' ? narrowed(value) : value;
    case 'real':
    case 'decimal':
      return typeof value === 'number' && !Number.isFinite(value) ? nonFinite(value) : value;
    case 'datetime':
      return typeof value === 'bigint' ? formatTicks(value) : value;
    case 'timespan':
      return typeof value === 'bigint' ? formatTimespan(value) : value;
    case 'dynamic':
      return typeof value === 'string' ? parsed(value) : value;
    default:
      return value;
  }
}

/** JSON has no long beyond 2^53: those travel as text. */
const narrowed = (value: bigint): number | string => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
};

const nonFinite = (value: number): string => (Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');

function parsed(text: string): unknown {
  return JSON.parse(text);
}
