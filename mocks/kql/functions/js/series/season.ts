/** The season of a series: how long it is, and the median of each of its phases. */
import { mean, median } from './statistics';

/** Kusto looks for periods of at least four points, and half of the series at most. */
const shortest = 4;

/**
 * How alike the series is to itself so many points later, by the ratio of what is shared to what there is. It is scaled
 * by the part of the series that has a partner: between the biased estimate, which favours short periods, and the
 * unbiased, which takes any long one.
 */
function likeness(values: readonly number[], later: number, total: number): number {
  let shared = 0;
  for (let index = later; index < values.length; index++) shared += (values[index] ?? 0) * (values[index - later] ?? 0);
  return shared / total / Math.sqrt(1 - later / values.length);
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
  const scores = Array.from({ length: longest + 1 }, (_, later) =>
    later < shortest - 1 ? 0 : likeness(centred, later, total),
  );
  let best = { period: 0, score: 0 };
  for (let period = shortest; period < longest; period++) {
    const [before, score, after] = [scores[period - 1] ?? 0, scores[period] ?? 0, scores[period + 1] ?? 0];
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
