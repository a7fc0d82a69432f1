/** Digital filters over a series: finite and infinite impulse response. A member that is no number leaves no result. */
import { readNumbers, writeReals } from './cells';
import { boundWork } from './work';

type Text = string | null;

/** y[n] = (b·x − a·y) / a[0]. https://learn.microsoft.com/kusto/query/series-iir-function#the-filters-recursive-formula */
export function iir(series: Text, numerators: Text, denominators: Text): Text {
  const [x, b, a] = [readNumbers(series), readNumbers(numerators), readNumbers(denominators)];
  if (!x || !b || !a) return null;
  boundWork('series_iir', x.length * Math.min(x.length, a.length + b.length));
  const y: number[] = [];
  for (let n = 0; n < x.length; n++) {
    let value = 0;
    for (let k = 0; k < b.length && k <= n; k++) value += (b[k] ?? 0) * (x[n - k] ?? 0);
    for (let k = 1; k < a.length && k <= n; k++) value -= (a[k] ?? 0) * (y[n - k] ?? 0);
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
  boundWork('series_fir', x.length * Math.min(x.length, factors.length));
  const hasNegative = factors.some((factor) => factor < 0);
  if (normalize && hasNegative) return null;
  const scale = (normalize ?? !hasNegative) ? factors.reduce((all, factor) => all + factor, 0) : 1;
  const ahead = center ? Math.floor(factors.length / 2) : 0;
  return writeReals(
    x.map((_, n) => {
      let value = 0;
      for (let k = Math.max(0, n + ahead - x.length + 1); k < factors.length && k <= n + ahead; k++)
        value += (factors[k] ?? 0) * (x[n - k + ahead] ?? 0);
      return value / scale;
    }),
  );
}
