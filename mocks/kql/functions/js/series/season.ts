/** The season of a series: how long it is, and the median of each of its phases. */
import { autocorrelation } from './fourier';
import { mean, median } from './statistics';

/** Kusto looks for periods of at least four points, and half of the series at most. */
const shortest = 4;

/** Up to this length sums of products are added up one by one, which is exact where whole numbers are. */
const shortSeries = 4096;

/** Sums of products of the series with itself, so many points later. */
function sharedBy(values: readonly number[], longest: number): ArrayLike<number> {
  if (values.length > shortSeries) return autocorrelation(values, longest);
  return Array.from({ length: longest + 1 }, (_, later) => {
    let shared = 0;
    for (let index = later; index < values.length; index++)
      shared += (values[index] ?? 0) * (values[index - later] ?? 0);
    return shared;
  });
}

/**
 * The period whose likeness is a peak, the highest of them, and no less than the threshold; 0 when there is none.
 * Kusto's own score is not published. This one comes within 0.001 of it on Microsoft's example.
 * https://learn.microsoft.com/kusto/query/series-periods-detect-function
 */
export function detectPeriod(values: readonly number[], threshold: number): number {
  const average = mean(values);
  const centred = values.map((value) => value - average);
  const total = centred.reduce((all, value) => all + value * value, 0);
  const longest = Math.floor(values.length / 2);
  if (longest <= shortest || total <= 1e-24 * values.length * average * average) return 0;
  // How alike the series is to itself so much later, scaled by the part of it that has a partner: between the biased
  // estimate, which favours short periods, and the unbiased, which takes any long one.
  const shared = sharedBy(centred, longest);
  const likeness = (later: number) => (shared[later] ?? 0) / total / Math.sqrt(1 - later / values.length);
  let best = { period: 0, score: 0 };
  for (let period = shortest; period < longest; period++) {
    const [before, score, after] = [likeness(period - 1), likeness(period), likeness(period + 1)];
    if (score > before && score >= after && score > best.score) best = { period, score };
  }
  return best.score >= threshold ? best.period : 0;
}

/** Each phase's median over the learned points, repeated over the whole length. No season is 0 everywhere. */
export function seasonal(learned: readonly number[], period: number, length: number): number[] {
  if (period <= 0 || learned.length === 0) return Array.from({ length }, () => 0);
  const phases = Array.from({ length: Math.min(period, length) }, (_, phase) => {
    const values: number[] = [];
    for (let index = phase; index < learned.length; index += period) values.push(learned[index] ?? 0);
    return values.length > 0 ? median(values) : 0;
  });
  return Array.from({ length }, (_, index) => phases[index % period] ?? 0);
}
