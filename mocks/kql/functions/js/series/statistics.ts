/** Sums over numbers that several series functions need. */

export const mean = (values: readonly number[]): number => values.reduce((all, x) => all + x, 0) / values.length;

export function squaresAround(values: readonly number[], middle: number): number {
  return values.reduce((all, x) => all + (x - middle) ** 2, 0);
}

/** Of a sample: divided by one less than the values there are. */
export const variance = (values: readonly number[]): number =>
  values.length > 1 ? squaresAround(values, mean(values)) / (values.length - 1) : 0;

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value at a fraction of the way through, between two neighbours where it falls between them. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = ascending(values);
  const place = (sorted.length - 1) * fraction;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
