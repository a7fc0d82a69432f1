/** The operators of formulas. Arguments have been converted to the types the operator works on; see README's rules. */
import { stableJson } from '../functions/js/json';
import { maxTicks } from '../ticks';

export type Operator = (...args: unknown[]) => unknown;

type Ordered = bigint | number | string | boolean;

const isMissing = (value: unknown): boolean => value === null || value === undefined;
const comparable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? stableJson(value) : value;

/** Rule 1: null == null is null, null == x is false. */
function equal(a: unknown, b: unknown): boolean | null {
  if (isMissing(a) && isMissing(b)) return null;
  return !isMissing(a) && !isMissing(b) && comparable(a) === comparable(b);
}

/** NaN is neither less nor greater; with null an order is null. */
const order =
  (test: (a: Ordered, b: Ordered) => boolean): Operator =>
  (a, b) =>
    isMissing(a) || isMissing(b) ? null : test(a as Ordered, b as Ordered);

const wholes =
  (compute: (a: bigint, b: bigint) => bigint | null): Operator =>
  (a, b) => {
    if (isMissing(a) || isMissing(b)) return null;
    const result = compute(a as bigint, b as bigint);
    return result === null ? null : BigInt.asIntN(64, result);
  };

const reals =
  (compute: (a: number, b: number) => number): Operator =>
  (a, b) =>
    isMissing(a) || isMissing(b) ? null : compute(a as number, b as number);

const texts =
  (test: (a: string, b: string) => unknown): Operator =>
  (a, b) =>
    test(String(a), String(b));

const remainder = (a: bigint, b: bigint): bigint | null => {
  if (b === 0n) return null;
  const size = b < 0n ? -b : b;
  return ((a % size) + size) % size;
};

const realRemainder = (a: number, b: number): number => {
  const size = Math.abs(b);
  return b === 0 ? Number.NaN : ((a % size) + size) % size;
};

const within = (ticks: unknown): unknown =>
  typeof ticks === 'bigint' && (ticks < 0n || ticks > maxTicks) ? null : ticks;

/** Three-valued: false decides `and`, true decides `or`, whatever else is null. */
const and: Operator = (...args) => (args.includes(false) ? false : args.some(isMissing) ? null : true);
const or: Operator = (...args) => (args.includes(true) ? true : args.some(isMissing) ? null : false);

const choose: Operator = (...args) => {
  for (let at = 0; at + 1 < args.length; at += 2) if (args[at] === true) return args[at + 1];
  return args.at(-1) ?? null;
};

const isEmpty = (value: unknown): boolean => isMissing(value) || value === '';

/** Rule 2: a boundary is asked for only where the needle ends in a letter or digit. */
function hasTerm(text: string, needle: string, flags: string): boolean {
  const before = /^[\p{L}\p{N}]/u.test(needle) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(needle) ? '(?![\\p{L}\\p{N}])' : '';
  const source = needle.replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&');
  return needle === '' || new RegExp(`${before}${source}${after}`, `u${flags}`).test(text);
}

const extreme =
  (isBetter: (a: Ordered, b: Ordered) => boolean): Operator =>
  (...args) =>
    args
      .filter((value) => !isMissing(value))
      .reduce((best, value) => (best === null || isBetter(value as Ordered, best as Ordered) ? value : best), null);

function member(value: unknown, key: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    const at = Number(key);
    return (typeof key === 'string' ? undefined : value.at(at)) ?? null;
  }
  return (
    (typeof key === 'string' && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null) ?? null
  );
}

const lower = (text: string): string => text.toLowerCase();

export const operators: Readonly<Record<string, Operator>> = {
  and,
  or,
  not: (value) => (isMissing(value) ? null : value !== true),
  '==': equal,
  '!=': (a, b) => {
    const same = equal(a, b);
    return same === null ? null : !same;
  },
  '<': order((a, b) => a < b),
  '<=': order((a, b) => a <= b),
  '>': order((a, b) => a > b),
  '>=': order((a, b) => a >= b),
  '+ whole': wholes((a, b) => a + b),
  '- whole': wholes((a, b) => a - b),
  '* whole': wholes((a, b) => a * b),
  '/ whole': wholes((a, b) => (b === 0n ? null : a / b)),
  '% whole': wholes(remainder),
  '+ datetime': (a, b) => within(wholes((x, y) => x + y)(a, b)),
  '- datetime': (a, b) => within(wholes((x, y) => x - y)(a, b)),
  '+ real': reals((a, b) => a + b),
  '- real': reals((a, b) => a - b),
  '* real': reals((a, b) => a * b),
  '/ real': reals((a, b) => a / b),
  '% real': reals(realRemainder),
  'round real': (value) => (typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.round(value)) : null),
  negate: (value) => (typeof value === 'bigint' || typeof value === 'number' ? -value : null),
  abs: (value) =>
    typeof value === 'bigint' ? (value < 0n ? -value : value) : isMissing(value) ? null : Math.abs(Number(value)),
  iff: choose,
  coalesce: (...args) => args.find((value) => !isEmpty(value)) ?? args.at(-1) ?? null,
  isnull: (value) => isMissing(value),
  isnotnull: (value) => !isMissing(value),
  isempty: (value) => isEmpty(value),
  isnotempty: (value) => !isEmpty(value),
  strcat: (...args) => args.join(''),
  strlen: (value) => BigInt(Array.from(String(value)).length),
  tolower: (value) => lower(String(value)),
  toupper: (value) => String(value).toUpperCase(),
  max_of: extreme((a, b) => a > b),
  min_of: extreme((a, b) => a < b),
  'bin whole': wholes((a, b) => (b > 0n ? a - (((a % b) + b) % b) : null)),
  '.': member,
  array_length: (value) => (Array.isArray(value) ? BigInt(value.length) : null),
  pack_array: (...args) => args,
  contains: texts((a, b) => lower(a).includes(lower(b))),
  contains_cs: texts((a, b) => a.includes(b)),
  startswith: texts((a, b) => lower(a).startsWith(lower(b))),
  startswith_cs: texts((a, b) => a.startsWith(b)),
  endswith: texts((a, b) => lower(a).endsWith(lower(b))),
  endswith_cs: texts((a, b) => a.endsWith(b)),
  has: texts((a, b) => hasTerm(a, b, 'i')),
  has_cs: texts((a, b) => hasTerm(a, b, '')),
};
