/** Cells of the random tables: their values, and how Kusto writes them. Few distinct values, so that keys meet. */
import fc from 'fast-check';
import { formatTicks, formatTimespan, msToTicks, ticksPerDay } from '../ticks';

export type CellType = 'long' | 'real' | 'string' | 'bool' | 'datetime' | 'timespan';
/** long, datetime and timespan as bigint (ticks), real as number, null where Kusto has a null. */
export type Cell = bigint | number | string | boolean | null;

const day = msToTicks(Date.UTC(2025, 0, 15));

const pools: Readonly<Record<CellType, readonly Cell[]>> = {
  long: [null, 0n, 1n, -1n, 2n, 3n, -7n, 10n, 1_000_003n],
  real: [null, 0, 1.5, -2.25, 0.1, 3, 100, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  string: [
    '',
    'a',
    'A',
    'abc',
    'Abc',
    'b c',
    'c:\\dir\\a.exe',
    'it\'s "so"',
    'é',
    'É',
    'x\ny',
    '日本',
    '10',
    '007',
    '{}',
  ],
  bool: [null, true, false],
  datetime: [null, day, day + 1n, day + 36_000_000_000n, day - ticksPerDay * 400n, day + ticksPerDay * 31n],
  timespan: [null, 0n, 1n, -600_000_000n, 36_000_000_000n, ticksPerDay * 3n + 10_000_000n],
};

export const cellOf = (type: CellType): fc.Arbitrary<Cell> => fc.constantFrom(...pools[type]);

export const textLiteral = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

/** The literal of a value, e.g. `long(null)`, `real(nan)`, `timespan(-00:01:00)`. */
export function literal(value: Cell, type: CellType): string {
  if (type === 'string') return textLiteral(String(value ?? ''));
  if (value === null) return `${type}(null)`;
  switch (type) {
    case 'real':
      return typeof value === 'number' && Number.isFinite(value) ? `real(${value})` : `real(${realName(value)})`;
    case 'datetime':
      return `datetime(${formatTicks(BigInt(value))})`;
    case 'timespan':
      return `timespan(${formatTimespan(BigInt(value))})`;
    case 'long':
      return Number(value) < 0 ? `long(${value})` : String(value);
    default:
      return String(value);
  }
}

const realName = (value: Cell): string =>
  Number.isNaN(value) ? 'nan' : value === Number.NEGATIVE_INFINITY ? '-inf' : '+inf';

/** The cell as the engine hands it out. */
export function shown(value: Cell, type: CellType): unknown {
  if (type === 'string') return value ?? '';
  if (value === null) return null;
  if (type === 'datetime') return formatTicks(BigInt(value));
  if (type === 'timespan') return formatTimespan(BigInt(value));
  if (type === 'long') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (type === 'real' && !Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : value === Number.POSITIVE_INFINITY ? 'Infinity' : '-Infinity';
  return value;
}
