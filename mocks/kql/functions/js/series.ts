/** Element by element functions, sums, filters and fillings of series. */

type Value = number | null;
export type Series = Value[];

const toNumber = (value: unknown): Value =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null;

/** Members that are no numbers are null; what is no array is null altogether. */
export const toSeries = (value: unknown): Series | null => (Array.isArray(value) ? value.map(toNumber) : null);

const unaryOperations: Readonly<Record<string, (x: number) => number>> = {
  abs: Math.abs,
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  ceiling: Math.ceil,
  cos: Math.cos,
  exp: Math.exp,
  floor: Math.floor,
  log: Math.log,
  sign: Math.sign,
  sin: Math.sin,
  tan: Math.tan,
};

const binaryOperations: Readonly<Record<string, (x: number, y: number) => number | boolean>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  pow: (x, y) => x ** y,
  equals: (x, y) => x === y,
  not_equals: (x, y) => x !== y,
  greater: (x, y) => x > y,
  greater_equals: (x, y) => x >= y,
  less: (x, y) => x < y,
  less_equals: (x, y) => x <= y,
};

export function elementwise(name: string): (value: unknown) => Series | null {
  const operation = unaryOperations[name];
  if (!operation) throw new Error(`No series operation ${name}`);
  return (value) => toSeries(value)?.map((x) => (x === null ? null : operation(x))) ?? null;
}

/** The longer one's rest has no partner: null. */
export function pairwise(name: string): (a: unknown, b: unknown) => (number | boolean | null)[] | null {
  const operation = binaryOperations[name];
  if (!operation) throw new Error(`No series operation ${name}`);
  return (a, b) => {
    const [x, y] = [toSeries(a), toSeries(b)];
    if (!x || !y) return null;
    return Array.from({ length: Math.max(x.length, y.length) }, (_, index) => {
      const [left, right] = [x[index] ?? null, y[index] ?? null];
      return left === null || right === null ? null : operation(left, right);
    });
  };
}

const numbers = (value: unknown): number[] | null => toSeries(value)?.filter((x) => x !== null) ?? null;

export const sum = (value: unknown): Value => numbers(value)?.reduce((total, x) => total + x, 0) ?? null;
export const product = (value: unknown): Value => numbers(value)?.reduce((total, x) => total * x, 1) ?? null;

export function magnitude(value: unknown): Value {
  const list = numbers(value);
  return list && Math.sqrt(list.reduce((total, x) => total + x * x, 0));
}

export function dotProduct(a: unknown, b: unknown): Value {
  const [x, y] = [numbers(a), numbers(b)];
  if (!x || !y || x.length !== y.length) return null;
  return x.reduce((total, value, index) => total + value * (y[index] ?? 0), 0);
}

export function cosineSimilarity(a: unknown, b: unknown): Value {
  const [dot, x, y] = [dotProduct(a, b), magnitude(a), magnitude(b)];
  return dot === null || x === null || y === null ? null : dot / (x * y);
}

export function pearsonCorrelation(a: unknown, b: unknown): Value {
  const [x, y] = [numbers(a), numbers(b)];
  if (!x || !y || x.length !== y.length || x.length === 0) return null;
  const mean = (list: readonly number[]) => list.reduce((total, value) => total + value, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const [dx, dy] = [x.map((value) => value - mx), y.map((value) => value - my)];
  const covariance = dx.reduce((total, value, index) => total + value * (dy[index] ?? 0), 0);
  return covariance / Math.sqrt(dx.reduce((t, v) => t + v * v, 0) * dy.reduce((t, v) => t + v * v, 0));
}

const isGap = (value: unknown, placeholder: unknown): boolean =>
  value === null || (placeholder !== undefined && placeholder !== null && value === placeholder);

const asList = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null);

export const fillConst = (value: unknown, constant: unknown, placeholder?: unknown): unknown[] | null =>
  asList(value)?.map((x) => (isGap(x, placeholder) ? constant : x)) ?? null;

export function fillForward(value: unknown, placeholder?: unknown): unknown[] | null {
  let last: unknown;
  return (
    asList(value)?.map((x) => {
      if (!isGap(x, placeholder)) last = x;
      return isGap(x, placeholder) && last !== undefined ? last : x;
    }) ?? null
  );
}

export const fillBackward = (value: unknown, placeholder?: unknown): unknown[] | null =>
  fillForward(asList(value)?.slice().reverse() ?? null, placeholder)?.reverse() ?? null;

/** Gaps inside lie on the line between their neighbours; at the ends they take the nearest value unless told not to. */
export function fillLinear(
  value: unknown,
  placeholder?: unknown,
  fillEdges: boolean | null = true,
  constant: unknown = 0,
): unknown[] | null {
  const list = asList(value);
  if (!list) return null;
  const known = list.flatMap((x, index) => (isGap(x, placeholder) ? [] : [index]));
  if (known.length === 0) return list.map(() => constant);
  return list.map((x, index) => {
    if (!isGap(x, placeholder)) return x;
    const before = known.filter((at) => at < index).at(-1);
    const after = known.find((at) => at > index);
    if (before === undefined || after === undefined) return fillEdges === false ? x : list[before ?? after ?? index];
    const [low, high] = [Number(list[before]), Number(list[after])];
    return low + ((high - low) * (index - before)) / (after - before);
  });
}

export function iir(value: unknown, numerators: unknown, denominators: unknown): number[] | null {
  const [x, b, a] = [toSeries(value), toSeries(numerators), toSeries(denominators)];
  const lead = a?.[0];
  if (!x || !b || !a || !lead) return null;
  const y: number[] = [];
  for (let n = 0; n < x.length; n++) {
    const fed = b.reduce((total: number, factor, k) => total + (factor ?? 0) * (x[n - k] ?? 0), 0);
    const back = a.slice(1).reduce((total: number, factor, k) => total + (factor ?? 0) * (y[n - k - 1] ?? 0), 0);
    y.push((fed - back) / lead);
  }
  return y;
}

/** Normalized by the filter's sum unless told otherwise; centred on the point when asked. */
export function fir(
  value: unknown,
  filter: unknown,
  normalize: boolean | null = true,
  center: boolean | null = false,
): number[] | null {
  const [x, f] = [toSeries(value), toSeries(filter)];
  if (!x || !f) return null;
  const total = f.reduce((all: number, factor) => all + (factor ?? 0), 0);
  const scale = normalize !== false && total !== 0 ? 1 / total : 1;
  const shift = center ? Math.floor(f.length / 2) : 0;
  return x.map(
    (_, n) => f.reduce((all: number, factor, k) => all + (factor ?? 0) * (x[n - k + shift] ?? 0), 0) * scale,
  );
}
