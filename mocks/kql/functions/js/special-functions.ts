/** Gamma and error functions, to about 15 digits. */

/** Coefficients of https://en.wikipedia.org/wiki/Lanczos_approximation with g = 7. */
const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

const isPole = (x: number): boolean => x <= 0 && Number.isInteger(x);

export function logGamma(x: number): number {
  if (isPole(x)) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = lanczos.reduce((total, c, index) => total + c / (shifted + index + 1), 0.99999999999980993);
  const t = shifted + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Factorials are exact. */
export function gamma(x: number): number {
  if (isPole(x)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (Number.isInteger(x) && x < 24) {
    let product = 1;
    for (let factor = 2; factor < x; factor++) product *= factor;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  return Math.exp(logGamma(x));
}

/** The series of https://en.wikipedia.org/wiki/Error_function#Taylor_series, for arguments below 2.5. */
function erfSeries(size: number): number {
  let [term, sum] = [size, size];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n <= 200; n++) {
    term *= -(size * size) / n;
    sum += term / (2 * n + 1);
  }
  return (2 * sum) / Math.sqrt(Math.PI);
}

/** What is left to 1, by a continued fraction, for arguments from 2.5 on: no digits are lost however small it is. */
function erfcFraction(size: number): number {
  let fraction = 0;
  for (let n = 120; n > 0; n--) fraction = n / 2 / (size + fraction);
  return Math.exp(-size * size) / (Math.sqrt(Math.PI) * (size + fraction));
}

const seriesEnds = 2.5;

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  return Math.sign(x) * (size < seriesEnds ? erfSeries(size) : 1 - erfcFraction(size));
}

export function erfc(x: number): number {
  return x >= seriesEnds ? erfcFraction(x) : 1 - erf(x);
}
