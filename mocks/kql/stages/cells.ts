/** Cells on their way between the database and a stage: JSON text in both directions. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { stableJson } from '../functions/js/json';

const readWhole = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};

/** Everything but text, bool and dynamic arrives as the text of a number (sql/stage.ts). */
export function readCell(cell: unknown, type: ScalarType): unknown {
  if (cell === null || cell === undefined) return type === 'string' ? '' : null;
  switch (type) {
    case 'long':
    case 'int':
      return readWhole(String(cell));
    case 'real':
    case 'decimal':
      return readReal(String(cell));
    case 'datetime':
    case 'timespan':
      return BigInt(String(cell));
    default:
      return cell;
  }
}

function readReal(text: string): number {
  if (text === 'nan') return Number.NaN;
  if (text === 'inf' || text === '-inf') return text === 'inf' ? Infinity : -Infinity;
  return Number(text);
}

/** The text that the database casts to the column's type; null for null. */
export function writeCell(value: unknown, type: ScalarType, dynamicAsText: boolean): string | null {
  if (value === null || value === undefined) return type === 'string' ? '' : null;
  switch (type) {
    case 'dynamic':
      return dynamicAsText ? String(value) : writeDynamic(value);
    case 'long':
    case 'int':
    case 'datetime':
    case 'timespan':
      return typeof value === 'bigint' ? String(value) : writeWhole(Number(value));
    case 'real':
    case 'decimal':
      return writeReal(Number(value));
    default:
      return String(value).toWellFormed();
  }
}

const writeDynamic = (value: unknown): string | null => {
  const text = stableJson(value);
  return text === 'null' ? null : text;
};

const writeWhole = (value: number): string | null =>
  Number.isFinite(value) ? String(BigInt(Math.trunc(value))) : null;

function writeReal(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}
