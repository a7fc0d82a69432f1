/**
 * The discrete Fourier transform of a series of any length: split by its prime factors
 * (https://en.wikipedia.org/wiki/Cooley-Tukey_FFT_algorithm), large primes as a convolution of a smooth length
 * (https://en.wikipedia.org/wiki/Chirp_Z-transform#Bluestein's_algorithm).
 */
import { readNumbers, writeReals, writeTuple } from './cells';

type Text = string | null;
type Signal = { readonly re: Float64Array; readonly im: Float64Array };

const zeros = (length: number): Signal => ({ re: new Float64Array(length), im: new Float64Array(length) });
const at = (list: Float64Array, index: number): number => list[index] ?? 0;

/** A prime up to this is summed up directly. */
const smallPrime = 64;

function smallestFactor(n: number): number {
  for (let factor = 2; factor * factor <= n; factor++) if (n % factor === 0) return factor;
  return n;
}

/** Cosine and negative sine of 2πk/n; quarters of a turn are exact. */
function turn(k: number, n: number): readonly [number, number] {
  const quarter = (4 * (k % n)) / n;
  if (quarter === 0) return [1, 0];
  if (quarter === 1) return [0, -1];
  if (quarter === 2) return [-1, 0];
  if (quarter === 3) return [0, 1];
  const angle = (quarter * Math.PI) / 2;
  return [Math.cos(angle), -Math.sin(angle)];
}

/** Every `factor`-th member, `factor` times: their transforms are what the whole one is put together from. */
function transform(signal: Signal): Signal {
  const n = signal.re.length;
  if (n <= 1) return signal;
  const factor = smallestFactor(n);
  if (factor > smallPrime && factor === n) return bluestein(signal);
  const size = n / factor;
  const parts = Array.from({ length: factor }, (_, offset) => {
    const part = zeros(size);
    for (let k = 0; k < size; k++) {
      part.re[k] = at(signal.re, k * factor + offset);
      part.im[k] = at(signal.im, k * factor + offset);
    }
    return transform(part);
  });
  const turns = Array.from({ length: n }, (_, k) => turn(k, n));
  const result = zeros(n);
  for (let k = 0; k < n; k++) {
    let [re, im] = [0, 0];
    for (const [offset, part] of parts.entries()) {
      const [cos, sin] = turns[(offset * k) % n] ?? [1, 0];
      const [x, y] = [at(part.re, k % size), at(part.im, k % size)];
      re += x * cos - y * sin;
      im += x * sin + y * cos;
    }
    result.re[k] = re;
    result.im[k] = im;
  }
  return result;
}

function bluestein({ re, im }: Signal): Signal {
  const n = re.length;
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const [signal, chirp] = [zeros(size), zeros(size)];
  // k² modulo 2n keeps the angle small, and with it the digits of its cosine.
  const turns = Array.from({ length: n }, (_, k) => turn((k * k) % (2 * n), 2 * n));
  for (const [k, [cos, sin]] of turns.entries()) {
    signal.re[k] = at(re, k) * cos - at(im, k) * sin;
    signal.im[k] = at(im, k) * cos + at(re, k) * sin;
    for (const place of k === 0 ? [0] : [k, size - k]) {
      chirp.re[place] = cos;
      chirp.im[place] = -sin;
    }
  }
  const [a, b] = [transform(signal), transform(chirp)];
  const product = zeros(size);
  for (let k = 0; k < size; k++) {
    product.re[k] = at(a.re, k) * at(b.re, k) - at(a.im, k) * at(b.im, k);
    product.im[k] = at(a.re, k) * at(b.im, k) + at(a.im, k) * at(b.re, k);
  }
  const folded = inverse(product);
  const result = zeros(n);
  for (const [k, [cos, sin]] of turns.entries()) {
    result.re[k] = at(folded.re, k) * cos - at(folded.im, k) * sin;
    result.im[k] = at(folded.im, k) * cos + at(folded.re, k) * sin;
  }
  return result;
}

/** The transform of the swapped parts, swapped back and divided by the length. */
function inverse(signal: Signal): Signal {
  const n = signal.re.length;
  const { re, im } = transform({ re: signal.im, im: signal.re });
  return { re: im.map((value) => value / n), im: re.map((value) => value / n) };
}

/** The power of each frequency in cycles per series, and the sums of products of the series with itself so much later, going round. */
export function powerSpectrum(values: readonly number[]): {
  readonly power: readonly number[];
  readonly autocorrelation: readonly number[];
} {
  const signal = zeros(values.length);
  signal.re.set(values);
  const { re, im } = transform(signal);
  const power = re.map((value, k) => value * value + at(im, k) ** 2);
  return { power: [...power], autocorrelation: [...inverse({ re: power, im: new Float64Array(re.length) }).re] };
}

const ofSeries =
  (operation: (signal: Signal) => Signal) =>
  (real: Text, imaginary?: Text): Text => {
    const re = readNumbers(real);
    const im = imaginary === undefined ? re?.map(() => 0) : readNumbers(imaginary);
    if (!re || !im || re.length === 0 || re.length !== im.length) return null;
    const result = operation({ re: Float64Array.from(re), im: Float64Array.from(im) });
    return writeTuple([writeReals([...result.re]), writeReals([...result.im])]);
  };

/** series_fft(): real and imaginary parts. https://learn.microsoft.com/kusto/query/series-fft-function */
export const fft = ofSeries(transform);

/** https://learn.microsoft.com/kusto/query/series-ifft-function */
export const ifft = ofSeries(inverse);
