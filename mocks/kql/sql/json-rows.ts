/**
 * Result rows as JSON text, made by the database: a wide result costs JavaScript one text per row instead of one value
 * per cell.
 */
import type { Column, ScalarType } from '../ir';
import { coerce } from './coerce';
import { quoteText } from './quote';

/** How a surface writes rows: Log Analytics arrays with dynamic values as text, hunting objects with booleans as 0 and 1. */
export type JsonForm = {
  readonly rows: 'arrays' | 'objects';
  readonly dynamics: 'value' | 'text';
  readonly bools: 'bool' | 'number';
};

/** Cells as the engine's callers get them from `run`. */
export const plainForm: JsonForm = { rows: 'arrays', dynamics: 'value', bools: 'bool' };

const largestSafe = String(Number.MAX_SAFE_INTEGER);

type Cell = (sql: string, form: JsonForm) => string;

const same: Cell = (sql) => sql;

const cells: Readonly<Record<ScalarType, Cell>> = {
  string: (sql) => (sql === "''" ? sql : `coalesce(${sql}, '')`),
  guid: same,
  int: same,
  bool: (sql, { bools }) => (bools === 'number' ? `CAST(${sql} AS TINYINT)` : sql),
  long: same,
  real: same,
  decimal: (sql) => `CAST(nullif(${coerce(sql, 'decimal', 'string')}, '') AS JSON)`,
  datetime: (sql) => `k_iso(${sql})`,
  timespan: (sql) => `k_js('timespan2s', CAST(${sql} AS VARCHAR))`,
  dynamic: (sql, { dynamics }) =>
    dynamics === 'text'
      ? `CASE WHEN starts_with(${sql}, '"') THEN ${sql} ->> '$' ELSE ${sql} END`
      : `CAST(${sql} AS JSON)`,
};

type Special = { readonly when: (sql: string) => string; readonly cell: Cell };

const nonFinite: Special = {
  when: (sql) => `NOT isfinite(${sql})`,
  cell: (sql) =>
    `CASE WHEN isfinite(${sql}) THEN to_json(${sql}) WHEN isnan(${sql}) THEN '"NaN"'::JSON WHEN ${sql} > 0 THEN '"Infinity"'::JSON WHEN ${sql} < 0 THEN '"-Infinity"'::JSON END`,
};

/** Numbers that JSON has none for, or none that JavaScript reads whole: these few travel as text. */
const specials: Readonly<Partial<Record<ScalarType, Special>>> = {
  long: {
    when: (sql) => `${sql} > ${largestSafe} OR ${sql} < -${largestSafe}`,
    cell: (sql) =>
      `CASE WHEN ${sql} BETWEEN -${largestSafe} AND ${largestSafe} THEN to_json(${sql}) WHEN ${sql} IS NOT NULL THEN to_json(CAST(${sql} AS VARCHAR)) END`,
  },
  real: nonFinite,
};

type CellOf = (column: Column) => string;

/**
 * One text per row; `cell` is the SQL of a column. Only a row with a special number is written the slow way, and columns
 * whose ids are `small` hold none.
 */
export function jsonRow(columns: readonly Column[], cell: CellOf, form: JsonForm, small: ReadonlySet<string>): string {
  const usual = rowOf(columns, (column) => cells[column.type](cell(column), form), form);
  const specialOf = ({ id, type }: Column) => (small.has(id) ? undefined : specials[type]);
  const tests = columns.flatMap((column) => specialOf(column)?.when(cell(column)) ?? []);
  if (tests.length === 0) return usual;
  const special = rowOf(columns, (column) => (specialOf(column)?.cell ?? cells[column.type])(cell(column), form), form);
  return `CASE WHEN ${tests.join(' OR ')} THEN ${special} ELSE ${usual} END`;
}

function rowOf(columns: readonly Column[], written: CellOf, form: JsonForm): string {
  if (form.rows === 'arrays') return `CAST(json_array(${columns.map(written).join(', ')}) AS VARCHAR)`;
  const members = columns.map((column) => `${quoteText(column.name)}, ${written(column)}`);
  return `CAST(json_object(${members.join(', ')}) AS VARCHAR)`;
}
