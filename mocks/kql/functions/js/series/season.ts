/** The season of a series: how long it is, and the median of each of its phases. */
import { detectPeriods } from './periods';
import { median } from './statistics';

/** The best period, when its score is no less than the threshold; 0 when there is none. */
export function detectSeason(values: readonly number[], threshold: number): number {
  const [best] = detectPeriods(values, 0, Number.POSITIVE_INFINITY);
  return best && best.score >= threshold ? best.length : 0;
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
