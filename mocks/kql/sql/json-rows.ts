/**
 * Result rows as JSON text, made by the database: a wide result costs JavaScript one text per row instead of one value
 * per cell.
 */
import type { Column, ScalarType } from '../ir';
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
const real: Cell = (sql) =>
  `CASE WHEN isfinite(${sql}) THEN to_json(${sql}) WHEN isnan(${sql}) THEN '"NaN"'::JSON WHEN ${sql} > 0 THEN '"Infinity"'::JSON WHEN ${sql} < 0 THEN '"-Infinity"'::JSON END`;

const cells: Readonly<Record<ScalarType, Cell>> = {
  string: (sql) => (sql === "''" ? sql : `coalesce(${sql}, '')`),
  guid: same,
  int: same,
  bool: (sql, { bools }) => (bools === 'number' ? `CAST(${sql} AS TINYINT)` : sql),
  // JSON has no long beyond 2^53: those travel as text.
  long: (sql) =>
    `CASE WHEN ${sql} BETWEEN -${largestSafe} AND ${largestSafe} THEN to_json(${sql}) WHEN ${sql} IS NOT NULL THEN to_json(CAST(${sql} AS VARCHAR)) END`,
  real,
  decimal: real,
  datetime: (sql) => `k_iso(${sql})`,
  timespan: (sql) => `k_js('timespan2s', CAST(${sql} AS VARCHAR))`,
  dynamic: (sql, { dynamics }) =>
    dynamics === 'text'
      ? `CASE WHEN starts_with(${sql}, '"') THEN ${sql} ->> '$' ELSE ${sql} END`
      : `CAST(${sql} AS JSON)`,
};

/** One text per row; `cell` is the SQL of a column. */
export function jsonRow(columns: readonly Column[], cell: (column: Column) => string, form: JsonForm): string {
  const values = columns.map((column) => cells[column.type](cell(column), form));
  if (form.rows === 'arrays') return `CAST(json_array(${values.join(', ')}) AS VARCHAR)`;
  const members = values.map((value, index) => `${quoteText(columns[index]?.name ?? '')}, ${value}`);
  return `CAST(json_object(${members.join(', ')}) AS VARCHAR)`;
}
