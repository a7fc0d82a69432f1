/** Statistics of a series and the straight line through it. */
import { toSeries } from './series';

const mean = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0) / list.length;

const squares = (list: readonly number[]): number => {
  const middle = mean(list);
  return list.reduce((total, x) => total + (x - middle) ** 2, 0);
};

/** min, min_idx, max, max_idx, avg, stdev, variance. */
export function stats(value: unknown): unknown[] | null {
  const list = toSeries(value);
  const known = list?.flatMap((x) => (x === null ? [] : [x])) ?? [];
  if (!list || known.length === 0) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const variance = known.length > 1 ? squares(known) / (known.length - 1) : 0;
  return [low, list.indexOf(low), high, list.indexOf(high), mean(known), Math.sqrt(variance), variance];
}

const statNames = ['min', 'min_idx', 'max', 'max_idx', 'avg', 'stdev', 'variance'];

export function statsDynamic(value: unknown): Record<string, unknown> | null {
  const found = stats(value);
  return found && Object.fromEntries(statNames.map((name, index) => [name, found[index]]));
}

/** rsquare, slope, variance, rvariance, interception, line_fit: least squares over the positions 0, 1, 2… */
export function fitLine(value: unknown): unknown[] | null {
  const y = toSeries(value)?.map((x) => x ?? 0);
  if (!y || y.length === 0) return null;
  const middle = (y.length - 1) / 2;
  const average = mean(y);
  const spread = y.reduce((total, _, x) => total + (x - middle) ** 2, 0);
  const slope = spread === 0 ? 0 : y.reduce((total, each, x) => total + (x - middle) * (each - average), 0) / spread;
  const interception = average - slope * middle;
  const line = y.map((_, x) => interception + slope * x);
  const residual = y.reduce((total, each, x) => total + (each - (line[x] ?? 0)) ** 2, 0);
  const total = squares(y);
  return [total === 0 ? 0 : 1 - residual / total, slope, total / y.length, residual / y.length, interception, line];
}

const fitNames = ['rsquare', 'slope', 'variance', 'rvariance', 'interception', 'line_fit'];

export function fitLineDynamic(value: unknown): Record<string, unknown> | null {
  const found = fitLine(value);
  return found && Object.fromEntries(fitNames.map((name, index) => [name, found[index]]));
}
