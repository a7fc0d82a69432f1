/** What Kusto's operators mean for single values, after Microsoft's documentation: the second opinion's half in JavaScript. */
import type { Cell } from './cells';

export const isNumber = (value: Cell): value is number => typeof value === 'number';
export const isBig = (value: Cell): value is bigint => typeof value === 'bigint';
export const text = (value: Cell): string => (typeof value === 'string' ? value : '');

/** Arithmetic of two bigints; null with null. */
export const bigs =
  (of: (x: bigint, y: bigint) => Cell) =>
  (x: Cell, y: Cell): Cell =>
    isBig(x) && isBig(y) ? of(x, y) : null;
export const numbers =
  (of: (x: number, y: number) => Cell) =>
  (x: Cell, y: Cell): Cell =>
    x === null || y === null ? null : of(Number(x), Number(y));

export const floored = (x: bigint, step: bigint): bigint => x - (((x % step) + step) % step);

/** Rule 1 of the README. NaN equals nothing. */
export const equal = (x: Cell, y: Cell): boolean | null =>
  x === null ? (y === null ? null : false) : y !== null && same(x, y);
const same = (x: Cell, y: Cell): boolean => (isNumber(x) || isNumber(y) ? Number(x) === Number(y) : x === y);
export const different = (x: Cell, y: Cell): boolean | null => {
  const verdict = equal(x, y);
  return verdict === null ? null : !verdict;
};
export const order = (test: (x: Cell, y: Cell) => boolean) => (x: Cell, y: Cell) =>
  x === null || y === null ? null : test(x, y);
export const less = (x: Cell, y: Cell): boolean => (x ?? 0) < (y ?? 0);

export const comparisons: readonly (readonly [string, (x: Cell, y: Cell) => Cell])[] = [
  ['==', equal],
  ['!=', different],
  ['<', order(less)],
  ['>', order((x, y) => less(y, x))],
  ['<=', order((x, y) => less(x, y) || same(x, y))],
  ['>=', order((x, y) => less(y, x) || same(x, y))],
];

export const lower = (value: Cell): string => text(value).toLowerCase();
export const isTerm = (whole: string, term: string): boolean =>
  whole
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(term.toLowerCase());

export const textTests: readonly (readonly [string, (x: string, y: string) => boolean])[] = [
  ['=~', (x, y) => lower(x) === lower(y)],
  ['!~', (x, y) => lower(x) !== lower(y)],
  ['contains', (x, y) => lower(x).includes(lower(y))],
  ['!contains', (x, y) => !lower(x).includes(lower(y))],
  ['contains_cs', (x, y) => x.includes(y)],
  ['startswith', (x, y) => lower(x).startsWith(lower(y))],
  ['!startswith_cs', (x, y) => !x.startsWith(y)],
  ['endswith', (x, y) => lower(x).endsWith(lower(y))],
  ['endswith_cs', (x, y) => x.endsWith(y)],
];

export const both = (x: Cell, y: Cell): Cell =>
  x === false || y === false ? false : x === null || y === null ? null : true;
export const either = (x: Cell, y: Cell): Cell =>
  x === true || y === true ? true : x === null || y === null ? null : false;
export const negation = (x: Cell): Cell => (x === null ? null : !x);
