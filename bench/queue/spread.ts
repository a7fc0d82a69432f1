/** How a series of measurements is spread, as one line for people. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;

export function spread(values: readonly number[]): string {
  if (values.length === 0) return 'nothing was measured';
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(percentile(values, share)));
  return `p50 ${p50}   p95 ${p95}   p99 ${p99}   max ${ms(Math.max(...values))}   (n ${values.length})`;
}
