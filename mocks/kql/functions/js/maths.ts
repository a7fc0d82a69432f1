/** Numeric functions that SQL lacks, or rounds otherwise. */
import { QueryFault } from './query-fault';

export function assertTrue(condition: boolean | null, message: string): boolean {
  if (condition !== true) throw new QueryFault('SEM0266', `assert() has failed with message: '${message}'`);
  return true;
}

/** Half away from zero at the given decimals; negative ones round to tens, hundreds… */
export function round(value: number | null, digits?: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return value;
  const places = digits ?? 0;
  if (places < 0) {
    const unit = 10 ** -places;
    return roundHalfAway(value / unit) * unit;
  }
  if (places > 15) return value;
  const shifted = Number(`${Math.abs(value)}e${places}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${roundHalfAway(shifted)}e-${places}`);
}

const roundHalfAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = lanczos.reduce((total, c, index) => total + c / (shifted + index + 1), 0.99999999999980993);
  const t = shifted + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x < 20) {
    let product = 1;
    for (let factor = 2; factor < x; factor++) product *= factor;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  return Math.exp(logGamma(x));
}

/** Series for small arguments, continued fraction for large ones; about 1e-15 throughout. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= -(size * size) / n;
      sum += term / (2 * n + 1);
      if (n > 200) break;
    }
    return (Math.sign(x) * 2 * sum) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (size + fraction);
  return Math.sign(x) * (1 - Math.exp(-size * size) / (Math.sqrt(Math.PI) * (size + fraction)));
}

export function shiftLeft(value: bigint | number | null, by: bigint | number | null): bigint | null {
  if (value === null || by === null) return null;
  return BigInt.asIntN(64, BigInt(value) << (BigInt(by) & 63n));
}

export function shiftRight(value: bigint | number | null, by: bigint | number | null): bigint | null {
  if (value === null || by === null) return null;
  return BigInt.asIntN(64, BigInt(value) >> (BigInt(by) & 63n));
}

/** The regularized incomplete beta function, by Lentz's continued fraction. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const keep = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 300; m++) {
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

export function betaInv(probability: number, a: number, b: number): number | null {
  if (probability < 0 || probability > 1) return null;
  if (a <= 0 || b <= 0) return Number.NaN;
  let [low, high] = [0, 1];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
