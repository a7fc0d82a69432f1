/**
 * The members of a series as Kusto tells them apart: whole numbers (long) and others (real), in and out of JSON text.
 * JSON.parse alone would make 5.0 a long.
 */
import { parseDatetime } from '../../../datetime-text';

/** A number and whether it is a long; null is what is no number. */
export type Cell = { readonly value: number; readonly whole: boolean } | null;

const nonFinite = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/** Members of make_list(datetime) and axes of make-series: they count in ticks when a number is asked for. */
const datetimeText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/;

function toCell(member: unknown, text: string | undefined): Cell {
  if (typeof member === 'number')
    return { value: member, whole: text === undefined ? Number.isInteger(member) : !/[.eE]/.test(text) };
  if (typeof member === 'boolean') return { value: Number(member), whole: true };
  if (typeof member !== 'string') return null;
  const special = nonFinite.get(member);
  if (special !== undefined) return { value: special, whole: false };
  const ticks = datetimeText.test(member) ? parseDatetime(member) : null;
  return ticks === null ? null : { value: Number(ticks), whole: false };
}

/** Null when the text is no array. */
export function readCells(text: string | null | undefined): readonly Cell[] | null {
  if (!text?.startsWith('[')) return null;
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) return null;
  const texts = /["[{]/.test(text.slice(1)) ? undefined : text.slice(1, -1).split(',');
  return list.map((member, index) => toCell(member, texts?.[index]));
}

/** Numbers only: null when the text is no array, or when a member is no number (no series function but some take those). */
export function readNumbers(text: string | null | undefined): number[] | null {
  const cells = readCells(text);
  const numbers = cells?.flatMap((cell) => (cell ? [cell.value] : [])) ?? null;
  return numbers && numbers.length === cells?.length ? numbers : null;
}

/** A scalar as the database spells it. */
export function readScalar(text: string | null | undefined): Cell {
  if (text === null || text === undefined || text === '') return null;
  const value = /^-?inf/i.test(text) ? Number(text.replace(/inf(inity)?/i, 'Infinity')) : Number(text);
  return Number.isNaN(value) && !/^nan$/i.test(text) ? null : { value, whole: /^-?\d+$/.test(text) };
}

export function writeReal(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
}

export function writeCell(cell: Cell): string {
  if (!cell) return 'null';
  return cell.whole && Number.isFinite(cell.value) ? String(cell.value) : writeReal(cell.value);
}

export const writeCells = (cells: readonly Cell[]): string => `[${cells.map(writeCell).join(',')}]`;

export const writeReals = (values: readonly number[]): string => `[${values.map(writeReal).join(',')}]`;

/** The columns of a function that gives several, as one JSON array of texts of JSON. */
export const writeTuple = (columns: readonly string[]): string => `[${columns.join(',')}]`;

export const writeBag = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
