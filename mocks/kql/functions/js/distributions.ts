/** The beta distribution, and Welch's test, which follows from it. */
import { logGamma } from './special-functions';

/** Beyond this Kusto does not compute. https://learn.microsoft.com/kusto/query/beta-cdf-function#returns */
const greatestShape = 10_000;

const isShape = (value: number): boolean => value > 0 && value <= greatestShape;

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** NaN beyond 0…1 and for parameters that are no shape. */
export function betaCdf(x: number, a: number, b: number): number {
  return x < 0 || x > 1 || !isShape(a) || !isShape(b) ? Number.NaN : incompleteBeta(x, a, b);
}

/** https://learn.microsoft.com/kusto/query/beta-pdf-function#returns */
export function betaPdf(x: number, a: number, b: number): number {
  if (!(x > 0 && x < 1 && a > 0 && b > 0)) return Number.NaN;
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
}

/** Halves the interval to the last bit. No probability gives null, no shape NaN, as Microsoft's example shows. */
export function betaInv(probability: number, a: number, b: number): number | null {
  if (probability <= 0 || probability > 1) return null;
  if (a <= 0 || b <= 0) return Number.NaN;
  if (probability === 1) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How likely means so far apart are when they are equal; two-sided. https://en.wikipedia.org/wiki/Welch%27s_t-test */
export function welchTest(
  mean1: number,
  variance1: number,
  count1: number,
  mean2: number,
  variance2: number,
  count2: number,
): number {
  const [part1, part2] = [variance1 / count1, variance2 / count2];
  const square = (mean1 - mean2) ** 2 / (part1 + part2);
  const freedom = (part1 + part2) ** 2 / (part1 ** 2 / (count1 - 1) + part2 ** 2 / (count2 - 1));
  // Student's distribution in terms of the beta function: https://en.wikipedia.org/wiki/Student%27s_t-distribution
  return incompleteBeta(freedom / (freedom + square), freedom / 2, 0.5);
}

/** The regularized one, by Lentz's continued fraction. https://en.wikipedia.org/wiki/Beta_function#Incomplete_beta_function */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const keep = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / keep(1 + even * d);
    c = keep(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / keep(1 + odd * d);
    c = keep(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
