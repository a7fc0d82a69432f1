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

/** Up to these sizes the definition is quicker than taking apart. */
const [small, smallPrime] = [32, 128];

function smallestFactor(n: number): number {
  for (let factor = 2; factor * factor <= n; factor++) if (n % factor === 0) return factor;
  return n;
}

/** Cosine and negative sine of 2πk/n; quarters of a turn are exact. */
function unitCircle(n: number): Signal {
  const circle = zeros(n);
  for (let k = 0; k < n; k++) {
    const quarter = (4 * k) / n;
    const angle = (quarter * Math.PI) / 2;
    circle.re[k] = quarter === 1 || quarter === 3 ? 0 : quarter === 2 ? -1 : Math.cos(angle);
    circle.im[k] = quarter === 0 || quarter === 2 ? 0 : quarter === 1 ? -1 : quarter === 3 ? 1 : -Math.sin(angle);
  }
  return circle;
}

/** The circles of one transform, by their sizes. */
type Circles = Map<number, Signal>;

function circleOf(n: number, circles: Circles): Signal {
  const found = circles.get(n) ?? unitCircle(n);
  circles.set(n, found);
  return found;
}

/** Every `factor`-th member, `factor` times: their transforms are what the whole one is put together from. */
function transform(signal: Signal, circles: Circles = new Map()): Signal {
  const n = signal.re.length;
  if (n <= 1) return signal;
  const factor = n <= small ? n : smallestFactor(n);
  if (factor > smallPrime && factor === n) return bluestein(signal, circles);
  const circle = circleOf(n, circles);
  if (factor === n) return byDefinition(signal, circle);
  const size = n / factor;
  const result = zeros(n);
  for (let offset = 0; offset < factor; offset++) {
    const part = zeros(size);
    for (let k = 0; k < size; k++) {
      part.re[k] = at(signal.re, k * factor + offset);
      part.im[k] = at(signal.im, k * factor + offset);
    }
    add(result, transform(part, circles), circle, offset);
  }
  return result;
}

function byDefinition(signal: Signal, circle: Signal): Signal {
  const n = signal.re.length;
  const result = zeros(n);
  for (let k = 0; k < n; k++) {
    let [re, im] = [0, 0];
    for (let t = 0, turn = 0; t < n; t++) {
      re += at(signal.re, t) * at(circle.re, turn) - at(signal.im, t) * at(circle.im, turn);
      im += at(signal.re, t) * at(circle.im, turn) + at(signal.im, t) * at(circle.re, turn);
      turn += k;
      if (turn >= n) turn -= n;
    }
    result.re[k] = re;
    result.im[k] = im;
  }
  return result;
}

/** Adds a part's transform, turned by its place among the parts. */
function add(result: Signal, part: Signal, circle: Signal, offset: number): void {
  const [n, size] = [result.re.length, part.re.length];
  for (let k = 0, turn = 0, place = 0; k < n; k++) {
    const [cos, sin] = [at(circle.re, turn), at(circle.im, turn)];
    result.re[k] = at(result.re, k) + at(part.re, place) * cos - at(part.im, place) * sin;
    result.im[k] = at(result.im, k) + at(part.re, place) * sin + at(part.im, place) * cos;
    turn = (turn + offset) % n;
    place = place + 1 === size ? 0 : place + 1;
  }
}

/** The product of two signals, member by member. */
function times(a: Signal, b: Signal, length = a.re.length): Signal {
  const product = zeros(length);
  for (let k = 0; k < length; k++) {
    product.re[k] = at(a.re, k) * at(b.re, k) - at(a.im, k) * at(b.im, k);
    product.im[k] = at(a.re, k) * at(b.im, k) + at(a.im, k) * at(b.re, k);
  }
  return product;
}

function bluestein(signal: Signal, circles: Circles): Signal {
  const n = signal.re.length;
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const circle = circleOf(2 * n, circles);
  const [chirp, kernel, padded] = [zeros(n), zeros(size), zeros(size)];
  for (let k = 0; k < n; k++) {
    // k² modulo 2n keeps the angle small, and with it the digits of its cosine.
    const turn = (k * k) % (2 * n);
    chirp.re[k] = at(circle.re, turn);
    chirp.im[k] = at(circle.im, turn);
    kernel.re[k] = kernel.re[(size - k) % size] = at(chirp.re, k);
    kernel.im[k] = kernel.im[(size - k) % size] = -at(chirp.im, k);
  }
  const chirped = times(signal, chirp);
  padded.re.set(chirped.re);
  padded.im.set(chirped.im);
  const folded = inverse(times(transform(padded, circles), transform(kernel, circles)), circles);
  return times(folded, chirp, n);
}

/** The transform of the swapped parts, swapped back and divided by the length. */
function inverse(signal: Signal, circles?: Circles): Signal {
  const n = signal.re.length;
  const { re, im } = transform({ re: signal.im, im: signal.re }, circles);
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
export const fft = ofSeries((signal) => transform(signal));

/** https://learn.microsoft.com/kusto/query/series-ifft-function */
export const ifft = ofSeries((signal) => inverse(signal));
