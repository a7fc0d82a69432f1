/** The rows of an answer in the order the analyst wants, each keeping the place it was answered in. */
import type { GridSort } from '@/components/grid/grid-column';
import type { Cell, KqlType, ResultTable } from '@/lib/domain/hunting/result-table';
import { exactText } from './cell-text';

export type ResultRow = { place: number; cells: readonly Cell[] };

export const toRows = ({ rows }: Pick<ResultTable, 'rows'>): ResultRow[] =>
  rows.map((cells, place) => ({ place, cells }));

type Compare = (left: Cell, right: Cell) => number;

const ordinal = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Longs beyond 2^53 arrive as text; mixed with numbers they are compared exactly. */
function byNumber(left: Cell, right: Cell): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [String(left), String(right)];
  if (/^-?\d+$/u.test(one) && /^-?\d+$/u.test(other)) {
    const difference = BigInt(one) - BigInt(other);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  return Number(one) - Number(other) || ordinal(one, other);
}

/** Fractions have 0 to 7 digits; without the Z the shorter one is the earlier one, as text too. */
function byTime(left: Cell, right: Cell): number {
  return ordinal(String(left).replace(/Z$/u, ''), String(right).replace(/Z$/u, ''));
}

/** `-1.02:03:04.5` in seconds. */
function seconds(span: string): number {
  const [, sign = '', days = '0', hours = '0', minutes = '0', rest = '0'] =
    /^(-?)(?:(\d+)\.)?(\d+):(\d+):([\d.]+)$/u.exec(span) ?? [];
  const size = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
  return sign === '-' ? -size : size;
}

const byText: Compare = (left, right) => ordinal(exactText(left), exactText(right));

const compareBy: Record<KqlType, Compare> = {
  string: byText,
  dynamic: byText,
  guid: byText,
  bool: (left, right) => Number(left) - Number(right),
  datetime: byTime,
  timespan: (left, right) => seconds(String(left)) - seconds(String(right)),
  long: byNumber,
  int: byNumber,
  real: byNumber,
  decimal: byNumber,
};

/** Kusto's order: nulls come first ascending and last descending; rows that are equal keep their order. */
export function sortRows(
  rows: readonly ResultRow[],
  columns: ResultTable['columns'],
  sort: GridSort | null,
): readonly ResultRow[] {
  const at = sort === null ? -1 : columns.findIndex((column) => column.name === sort.columnId);
  const column = columns[at];
  if (sort === null || column === undefined) return rows;
  const compare = compareBy[column.type];
  const direction = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((left, right) => {
    const [one = null, other = null] = [left.cells[at], right.cells[at]];
    if (one === null || other === null) return direction * (Number(one !== null) - Number(other !== null));
    return direction * compare(one, other);
  });
}

/** Ascending, descending, as answered. */
export function nextSort(sort: GridSort | null, columnId: string): GridSort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
}

export type Found = { row: number; columnId: string };

/** Cells whose text contains what is looked for, in reading order; `row` is the place in `rows`. */
export function findCells(
  rows: readonly ResultRow[],
  columns: ResultTable['columns'],
  wanted: string,
  text: (value: Cell, type: KqlType) => string,
): Found[] {
  const lower = wanted.toLowerCase();
  if (lower === '') return [];
  const found: Found[] = [];
  rows.forEach(({ cells }, row) => {
    columns.forEach(({ name, type }, at) => {
      const value = cells[at] ?? null;
      if (value !== null && text(value, type).toLowerCase().includes(lower)) found.push({ row, columnId: name });
    });
  });
  return found;
}
