/**
 * Straight lines through a series. Positions count from 1, as Kusto's intercepts show.
 * https://learn.microsoft.com/kusto/query/series-fit-line-function
 */
import { mean, squaresAround } from './statistics';

export type Line = {
  readonly rsquare: number;
  readonly slope: number;
  readonly variance: number;
  readonly rvariance: number;
  /** Where the line is one position before the first. */
  readonly interception: number;
  readonly fit: readonly number[];
  /** Squares of what the line leaves over. */
  readonly residual: number;
};

/** Least squares over the positions 1, 2, 3… */
export function throughAll(values: readonly number[]): Line {
  const middle = (values.length + 1) / 2;
  const average = mean(values);
  const width = values.reduce((all, _, index) => all + (index + 1 - middle) ** 2, 0);
  const slope =
    width === 0 ? 0 : values.reduce((all, y, index) => all + (index + 1 - middle) * (y - average), 0) / width;
  const interception = average - slope * middle;
  const fit = values.map((_, index) => interception + slope * (index + 1));
  const total = squaresAround(values, average);
  const residual = values.reduce((all, y, index) => all + (y - (fit[index] ?? 0)) ** 2, 0);
  const freedom = Math.max(1, values.length - 1);
  return {
    rsquare: total === 0 ? 0 : 1 - residual / total,
    slope,
    variance: total / freedom,
    rvariance: residual / freedom,
    interception,
    fit,
    residual,
  };
}
