/** Comparing JSON values as dynamic values compare. */

/** Numbers before text before the rest. https://learn.microsoft.com/kusto/query/array-sort-asc-function */
export function compareValues(a: unknown, b: unknown): number {
  const [x, y] = [rank(a), rank(b)];
  if (x !== y) return x - y;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [s, t] = [text(a), text(b)];
  return s < t ? -1 : s > t ? 1 : 0;
}

const rank = (value: unknown): number => {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
