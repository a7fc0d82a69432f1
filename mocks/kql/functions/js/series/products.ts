/** Sums and products over one series or two: dot product, magnitude, similarity, correlation. */
import { readCells } from './cells';
import { paired } from './paired';

type Text = string | null;

/** Pairs of numbers as far as the shorter one goes; members that are no numbers are left out with their partners. */
function numberPairs(a: Text, b: Text): [number, number][] | null {
  const pairs = paired(a, b, (x, y): [number, number] | null => (x && y ? [x.value, y.value] : null));
  return pairs?.flatMap((pair) => (pair ? [pair] : [])) ?? null;
}

const dot = (pairs: readonly (readonly [number, number])[]): number => pairs.reduce((all, [x, y]) => all + x * y, 0);

const isEmpty = (text: Text): boolean => readCells(text)?.length === 0;

export function dotProduct(a: Text, b: Text): number | null {
  const pairs = isEmpty(a) || isEmpty(b) ? null : numberPairs(a, b);
  return pairs && dot(pairs);
}

/** The magnitudes may be given by who has them already. */
export function cosineSimilarity(a: Text, b: Text, sizeA?: number | null, sizeB?: number | null): number | null {
  const pairs = isEmpty(a) || isEmpty(b) ? null : numberPairs(a, b);
  if (!pairs) return null;
  const x = sizeA ?? Math.sqrt(dot(pairs.map(([value]) => [value, value])));
  const y = sizeB ?? Math.sqrt(dot(pairs.map(([, value]) => [value, value])));
  return dot(pairs) / (x * y);
}

/** Null for series of different lengths and for members that are no numbers. */
export function pearsonCorrelation(a: Text, b: Text): number | null {
  const [x, y, pairs] = [readCells(a), readCells(b), numberPairs(a, b)];
  if (!x || !y || !pairs || x.length !== y.length || pairs.length !== x.length || x.length === 0) return null;
  const mean = (index: 0 | 1) => pairs.reduce((all, pair) => all + pair[index], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const centred = pairs.map(([left, right]): [number, number] => [left - meanX, right - meanY]);
  const [sizeX, sizeY] = [dot(centred.map(([value]) => [value, value])), dot(centred.map(([, v]) => [v, v]))];
  return dot(centred) / Math.sqrt(sizeX * sizeY);
}

const known = (series: Text): number[] | null =>
  readCells(series)?.flatMap((cell) => (cell ? [cell.value] : [])) ?? null;

export const sum = (series: Text): number | null => known(series)?.reduce((all, value) => all + value, 0) ?? null;

export const product = (series: Text): number | null => known(series)?.reduce((all, value) => all * value, 1) ?? null;

export function magnitude(series: Text): number | null {
  const values = known(series);
  return values && Math.sqrt(dot(values.map((value) => [value, value])));
}
