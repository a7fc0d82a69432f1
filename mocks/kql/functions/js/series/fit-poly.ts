/**
 * series_fit_poly(): least squares by a QR decomposition with Householder reflections, as the normal equations lose half
 * of the digits. https://en.wikipedia.org/wiki/QR_decomposition#Using_Householder_reflections
 */
import { readNumbers, writeReal, writeReals, writeTuple } from './cells';
import { mean, squaresAround } from './statistics';
import { boundWork } from './work';

type Text = string | null;

const at = (list: readonly number[] | undefined, index: number): number => list?.[index] ?? 0;

/** Reflects a column so that nothing is left below the diagonal, and the columns after it with it. */
function reflect(columns: number[][], target: number[], step: number): void {
  const column = columns[step] ?? [];
  const size = Math.sqrt(column.reduce((all, value, row) => (row < step ? all : all + value * value), 0));
  const lead = at(column, step) > 0 ? -size : size;
  const normal = column.map((value, row) => (row < step ? 0 : row === step ? value - lead : value));
  const square = normal.reduce((all, value) => all + value * value, 0);
  if (square === 0) return;
  for (const list of [...columns.slice(step), target]) {
    const shared = (2 * normal.reduce((all, value, row) => all + value * at(list, row), 0)) / square;
    for (let row = step; row < list.length; row++) list[row] = at(list, row) - shared * at(normal, row);
  }
}

/** Factors of the columns whose sum comes nearest to the target; undefined when the columns depend on each other. */
function leastSquares(columns: number[][], target: number[]): number[] | undefined {
  for (let step = 0; step < columns.length; step++) reflect(columns, target, step);
  const factors: number[] = columns.map(() => 0);
  for (let row = columns.length - 1; row >= 0; row--) {
    const pivot = at(columns[row], row);
    if (Math.abs(pivot) < 1e-13 * Math.abs(at(columns[0], 0))) return undefined;
    const rest = factors.reduce(
      (all, factor, index) => (index > row ? all + factor * at(columns[index], row) : all),
      0,
    );
    factors[row] = (at(target, row) - rest) / pivot;
  }
  return factors;
}

/** rsquare, coefficients from the highest power down, variance, rvariance, poly_fit. */
export function fitPoly(series: Text, positions?: Text, degree?: number | null): Text {
  const y = readNumbers(series);
  const x = positions === undefined || positions === null ? y?.map((_, index) => index + 1) : readNumbers(positions);
  const power = degree ?? 1;
  if (!y || !x || x.length !== y.length || power < 0 || y.length <= power) return null;
  boundWork('series_fit_poly', 4 * y.length * (power + 1) ** 2);
  const powers = Array.from({ length: power + 1 }, (_, index) => x.map((value) => value ** (power - index)));
  const factors = leastSquares(powers, [...y]);
  if (!factors) return null;
  const fit = x.map((value) => factors.reduce((all, factor) => all * value + factor, 0));
  const total = squaresAround(y, mean(y));
  const residual = y.reduce((all, value, index) => all + (value - at(fit, index)) ** 2, 0);
  const freedom = Math.max(1, y.length - 1);
  return writeTuple([
    writeReal(total === 0 ? 0 : 1 - residual / total),
    writeReals(factors),
    writeReal(total / freedom),
    writeReal(residual / freedom),
    writeReals(fit),
  ]);
}
