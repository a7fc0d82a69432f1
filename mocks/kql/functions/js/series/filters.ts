/** Digital filters over a series: finite and infinite impulse response. A member that is no number leaves no result. */
import { readNumbers, writeReals } from './cells';

type Text = string | null;

/** y[n] = (b·x − a·y) / a[0]. https://learn.microsoft.com/kusto/query/series-iir-function#the-filters-recursive-formula */
export function iir(series: Text, numerators: Text, denominators: Text): Text {
  const [x, b, a] = [readNumbers(series), readNumbers(numerators), readNumbers(denominators)];
  if (!x || !b || !a) return null;
  const y: number[] = [];
  for (let n = 0; n < x.length; n++) {
    let value = 0;
    for (const [k, factor] of b.entries()) value += factor * (x[n - k] ?? 0);
    for (let k = 1; k < a.length; k++) value -= (a[k] ?? 0) * (y[n - k] ?? 0);
    y.push(value / (a[0] ?? Number.NaN));
  }
  return writeReals(y);
}

/**
 * A filter's weighted sum over the points up to this one, or around it when `center`. Its factors are divided by their
 * sum unless one is negative: asked to do that nonetheless, Kusto answers null.
 */
export function fir(series: Text, filter: Text, normalize?: boolean | null, center?: boolean | null): Text {
  const [x, factors] = [readNumbers(series), readNumbers(filter)];
  if (!x || !factors) return null;
  const hasNegative = factors.some((factor) => factor < 0);
  if (normalize && hasNegative) return null;
  const scale = (normalize ?? !hasNegative) ? factors.reduce((all, factor) => all + factor, 0) : 1;
  const ahead = center ? Math.floor(factors.length / 2) : 0;
  return writeReals(
    x.map((_, n) => factors.reduce((all, factor, k) => all + factor * (x[n - k + ahead] ?? 0), 0) / scale),
  );
}
