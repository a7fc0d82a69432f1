/** Array and set functions over JSON values. Null stands for "not an array". */
import { formatTicks, formatTimespan } from '../../ticks';
import { QueryFault } from './query-fault';
import { compareValues, sameValue } from './values';

type List = unknown[] | null;

const asList = (value: unknown): List => (Array.isArray(value) ? value : null);
const key = (value: unknown): string => JSON.stringify(value);

export const concat = (...lists: unknown[]): List =>
  lists.every((list) => list === null) ? null : lists.flatMap((list) => (list === null ? [] : [list].flat(1)));

const fromEnd = (index: number, length: number): number => (index < 0 ? index + length : index);

/** Both ends are included; negative ones count from the end. */
export function slice(value: unknown, start: number, end: number): List {
  const list = asList(value);
  // Places outside of the array are left out; below zero, slice() would count from the end once more.
  return list?.slice(Math.max(0, fromEnd(start, list.length)), Math.max(0, fromEnd(end, list.length) + 1)) ?? null;
}

export function split(value: unknown, at: unknown): List {
  const list = asList(value);
  if (!list) return null;
  const cuts = [at].flat().map((cut) => Math.min(list.length, Math.max(0, fromEnd(Number(cut), list.length))));
  const ends = [...cuts, list.length];
  let from = 0;
  return ends.map((end) => {
    const piece = list.slice(from, end);
    from = Math.max(from, end);
    return piece;
  });
}

export function sum(value: unknown): number | null {
  const list = asList(value);
  if (!list || list.length === 0) return null;
  const numbers = list.map((member) => (member === null ? 0 : Number(member)));
  return list.some((member) => typeof member === 'string')
    ? null
    : numbers.reduce((total, member) => total + member, 0);
}

export const reverse = (value: unknown): List => asList(value)?.slice().reverse() ?? null;

export function indexOf(
  value: unknown,
  wanted: unknown,
  start?: number | null,
  length?: number | null,
  occurrence?: number | null,
): number | null {
  const list = asList(value);
  if (!list) return null;
  const from = Math.max(0, fromEnd(start ?? 0, list.length));
  const end = length === undefined || length === null || length < 0 ? list.length : from + length;
  let left = occurrence ?? 1;
  for (let at = from; at < Math.min(end, list.length); at++) {
    if (sameValue(list[at], wanted) && --left === 0) return at;
  }
  return -1;
}

export function iff(conditions: unknown, whenTrue: unknown, whenFalse: unknown): List {
  const list = asList(conditions);
  if (!list) return null;
  const at = (value: unknown, index: number) => (Array.isArray(value) ? (value[index] ?? null) : value);
  return list.map((condition, index) => {
    const truth = typeof condition === 'number' ? condition !== 0 : condition;
    return typeof truth === 'boolean' ? at(truth ? whenTrue : whenFalse, index) : null;
  });
}

export function rotateLeft(value: unknown, by: number): List {
  const list = asList(value);
  if (!list || list.length === 0) return list;
  const offset = ((by % list.length) + list.length) % list.length;
  return [...list.slice(offset), ...list.slice(0, offset)];
}

export const rotateRight = (value: unknown, by: number): List => rotateLeft(value, -by);

/** What comes in is null, or the empty text among texts, unless the query says. */
export function shiftLeft(value: unknown, by: number | null, given: unknown = null): List {
  const list = asList(value);
  if (!list || by === null) return list;
  const filler = given ?? (list.length > 0 && list.every((member) => typeof member === 'string') ? '' : null);
  return list.map((_, index) => (index + by < list.length && index + by >= 0 ? list[index + by] : filler));
}

export const shiftRight = (value: unknown, by: number | null, filler: unknown = null): List =>
  shiftLeft(value, by === null ? null : -by, filler);

/**
 * Further arrays are reordered along with the first, null for those of another length; nulls go last unless the last
 * argument is `false`.
 */
function sorted(direction: 1 | -1, value: unknown, rest: unknown[]): (unknown[] | null)[] | null {
  const list = asList(value);
  if (!list) return null;
  const last = rest[rest.length - 1];
  const nullsLast = last !== false && last !== 'false';
  const others = rest.filter((other) => Array.isArray(other)) as unknown[][];
  const order = list
    .map((_, index) => index)
    .sort((x, y) => {
      const [a, b] = [list[x], list[y]];
      if (a === null || b === null) return a === b ? x - y : (a === null) === nullsLast ? 1 : -1;
      return direction * compareValues(a, b) || x - y;
    });
  return [list, ...others].map((column) =>
    column.length === list.length ? order.map((index) => column[index] ?? null) : null,
  );
}

/** One array gives an array, several give one array of arrays. */
const arranged = (direction: 1 | -1, value: unknown, rest: readonly unknown[]): unknown => {
  const columns = sorted(direction, value, rest.map(parsed));
  return columns && columns.length === 1 ? columns[0] : columns;
};

export const sortAscending = (value: unknown, ...rest: unknown[]): unknown => arranged(1, value, rest);
export const sortDescending = (value: unknown, ...rest: unknown[]): unknown => arranged(-1, value, rest);

const parsed = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value;

export function zip(...values: unknown[]): List {
  const lists = values.map((value) => asList(value) ?? []);
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? null));
}

const maxRange = 1_048_576;

export function range(from: unknown, to: unknown, step: unknown = 1): List {
  if (typeof from === 'string') return null;
  const [start, end, by] = [Number(from), Number(to), Number(step)];
  if (!Number.isFinite(start) || !Number.isFinite(end) || !by) return null;
  const length = Math.max(0, Math.min(maxRange, Math.floor((end - start) / by + 1e-9) + 1));
  return Array.from({ length }, (_, index) => start + index * by);
}

const ticksRange =
  (written: (ticks: bigint) => string) =>
  (from: bigint | null, to: bigint | null, step: bigint | null = 36_000_000_000n): List => {
    if (from === null || to === null || step === null || step === 0n) return null;
    const length = Math.max(0, Math.min(maxRange, Number((to - from) / step) + 1));
    return (to - from) * step < 0n ? [] : Array.from({ length }, (_, index) => written(from + BigInt(index) * step));
  };

/** Without a step they go by the hour. */
export const rangeOfDatetimes = ticksRange((ticks) => formatTicks(ticks, true));
export const rangeOfTimespans = ticksRange(formatTimespan);

export function repeat(value: unknown, times: number | null): List {
  if (typeof value === 'object' && value !== null)
    throw new QueryFault('SEM0231', 'repeat(): the value must be a scalar.');
  return times === null || times < 0 ? null : Array.from({ length: Math.min(times, maxRange) }, () => value);
}

const distinct = (list: readonly unknown[]): unknown[] => [
  ...new Map(list.map((member) => [key(member), member])).values(),
];

export const firstDistinct = (list: unknown, limit: number | null): unknown[] =>
  distinct((asList(list) ?? []).filter((member) => member !== null)).slice(0, limit ?? maxRange);

export function setUnion(...lists: unknown[]): List {
  return distinct(lists.flatMap((list) => asList(list) ?? []));
}

export function setIntersect(...lists: unknown[]): List {
  const [first, ...others] = lists.map((list) => asList(list) ?? []);
  const keys = others.map((list) => new Set(list.map(key)));
  return distinct(first ?? []).filter((member) => keys.every((set) => set.has(key(member))));
}

export function setDifference(...lists: unknown[]): List {
  const [first, ...others] = lists.map((list) => asList(list) ?? []);
  const removed = new Set(others.flat().map(key));
  return distinct(first ?? []).filter((member) => !removed.has(key(member)));
}

export function setEquals(a: unknown, b: unknown): boolean {
  const [x, y] = [a, b].map((value) => new Set((asList(value) ?? []).map(key)));
  return x?.size === y?.size && [...(x ?? [])].every((member) => y?.has(member));
}

export function setHasElement(set: unknown, member: unknown): boolean | null {
  const list = asList(set);
  return list?.some((candidate) => sameValue(candidate, member)) ?? null;
}

export function jaccardIndex(a: unknown, b: unknown): number | null {
  if (!Array.isArray(a) || !Array.isArray(b)) return null;
  const all = setUnion(a, b)?.length ?? 0;
  return all === 0 ? Number.NaN : (setIntersect(a, b)?.length ?? 0) / all;
}
