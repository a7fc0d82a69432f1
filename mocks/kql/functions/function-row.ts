/**
 * How a function is described: a row of data. The signature names the types its SQL (or JavaScript) works on; arguments
 * of other types are converted first, the result is converted to what the binder promised.
 */
import type { ScalarType } from '../ir';

/**
 * `number`: BIGINT for int and long, DOUBLE for real and decimal. `json`: any value as JSON text. `result`: the type the
 * binder gives the call. `any`: as it is. `regex`: text in Kusto's dialect of regular expressions,
 * handed on in RE2's. A name ending in `?` may be left out, one in `...` repeats.
 */
export type ArgType = ScalarType | 'number' | 'json' | 'result' | 'any' | 'regex';
export type ReturnType = ScalarType | 'result' | 'first' | 'number' | 'json';

/** `$1`… are the arguments, `$*` all of them, `$n` their number. Aggregates: `$filter` and `$order` clauses. */
export type FunctionRow =
  | { readonly kql: string; readonly sql: string }
  | { readonly kql: string; readonly js: (...args: never[]) => unknown };

export type Signature = {
  readonly name: string;
  readonly args: readonly ArgType[];
  /** How many of the arguments must be there. */
  readonly required: number;
  readonly rest: ArgType | undefined;
  readonly returns: ReturnType;
};

export type KnownFunction = Signature & {
  readonly key: string;
  readonly sql: string | undefined;
  readonly js: ((...args: never[]) => unknown) | undefined;
};

const pattern = /^([\w#.$[\]]+)\(([^)]*)\):\s*(\w+)$/;

/** `substring(string, long, long?): string` → its parts. */
export function readSignature(text: string): Signature {
  const match = pattern.exec(text);
  if (!match) throw new Error(`Not a function signature: ${text}`);
  const [, name = '', list = '', returns = ''] = match;
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const rest = parts.find((part) => part.endsWith('...'));
  const fixed = parts.filter((part) => !part.endsWith('...'));
  return {
    name,
    args: fixed.map((part) => part.replace('?', '') as ArgType),
    required: fixed.filter((part) => !part.endsWith('?')).length,
    rest: rest?.slice(0, -3) as ArgType | undefined,
    returns: returns as ReturnType,
  };
}

export function toKnownFunction(row: FunctionRow): KnownFunction {
  const signature = readSignature(row.kql);
  return {
    ...signature,
    key: row.kql,
    sql: 'sql' in row ? row.sql : undefined,
    js: 'js' in row ? row.js : undefined,
  };
}

/** Types an argument can be converted from, by how little the conversion is wanted; anything else does not fit. */
const conversions: Readonly<Record<string, Readonly<Partial<Record<ScalarType, number>>>>> = {
  number: { long: 0, int: 0.1, real: 0, decimal: 0, dynamic: 4 },
  long: { int: 0.1, dynamic: 4, real: 5, decimal: 5, bool: 6, string: 7, timespan: 8, datetime: 8 },
  real: { long: 1, int: 1, decimal: 1, dynamic: 4, bool: 6, string: 7, timespan: 8, datetime: 8 },
  string: { guid: 1, dynamic: 3, long: 8, int: 8, real: 8, decimal: 8, bool: 8, datetime: 8, timespan: 8 },
  bool: { dynamic: 4, long: 5, int: 5, real: 6, decimal: 6, string: 7 },
  decimal: { long: 1, int: 1, real: 2, dynamic: 4, bool: 6, string: 7 },
};
const fromText: Readonly<Partial<Record<ScalarType, number>>> = {
  dynamic: 4,
  string: 7,
  long: 8,
  int: 8,
  real: 9,
  decimal: 9,
};

/** How far an argument is from what a row wants: 0 exact, more is worse, undefined does not fit. */
export function distance(actual: ScalarType, wanted: ArgType): number | undefined {
  if (wanted === actual) return 0;
  if (wanted === 'any' || wanted === 'json' || wanted === 'result') return 1;
  if (wanted === 'regex') return actual === 'string' ? 0 : conversions.string?.[actual];
  return (conversions[wanted] ?? fromText)[actual];
}
