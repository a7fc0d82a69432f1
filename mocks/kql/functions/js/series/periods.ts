/**
 * Periods of a series. Frequencies with more power than noise has are hints; a hint is a period when the series' likeness
 * to itself has a hill there (Vlachos, Yu, Castelli: On Periodicity Detection and Structural Periodic Similarity, 2005).
 * Microsoft publishes neither its tests nor its score; the score is as measured on its results, to 15 digits.
 * https://learn.microsoft.com/kusto/query/series-periods-detect-function
 */
import { powerSpectrum } from './fourier';
import { mean } from './statistics';

export type Period = { readonly length: number; readonly score: number };

/** Kusto looks for periods of at least four points, and half of the series at most. */
const shortest = 4;

/** How many times the mean power a frequency has that is no noise: in noise one of 50 has as much. */
const outstanding = 4;

/** Scores nearer to each other than this differ by rounding. */
const rounding = 1e-9;

type Likeness = { readonly power: readonly number[]; readonly scores: readonly number[] };

/** The autocorrelation of the series as if it went round, with its least as 0 and what it begins with as 1. */
function likeness(values: readonly number[]): Likeness | undefined {
  const average = mean(values);
  const { power, autocorrelation } = powerSpectrum(values.map((value) => value - average));
  const [whole = 0] = autocorrelation;
  if (!(whole > 1e-20 * Math.max(average * average, 1e-280))) return undefined;
  const least = autocorrelation.reduce((low, value) => Math.min(low, value), whole);
  return { power, scores: autocorrelation.map((value) => (value - least) / (whole - least)) };
}

/** Where the periods lie that the frequency (in cycles per series) stands for, rather than the next lower and higher one. */
function around(frequency: number, length: number): readonly [number, number] {
  const period = length / frequency;
  const low = Math.ceil((length / (frequency + 1) + period) / 2 - 1);
  const high = frequency > 1 ? Math.floor((period + length / (frequency - 1)) / 2 + 1) : Number.POSITIVE_INFINITY;
  return [Math.max(low, 2), Math.min(high, Math.floor(length / 2))];
}

/** Which way the scores go between two places, by the straight line through them. */
function direction(scores: readonly number[], from: number, to: number): number {
  const middle = (from + to) / 2;
  let slope = 0;
  for (let index = from; index <= to; index++) slope += (index - middle) * (scores[index] ?? 0);
  return slope;
}

/** Higher than its neighbours, rising before and falling behind it as far as the frequency reaches. */
function isHill(scores: readonly number[], top: number, [low, high]: readonly [number, number]): boolean {
  const score = scores[top] ?? 0;
  if (score <= (scores[top - 1] ?? 0) + rounding || score < (scores[top + 1] ?? 0)) return false;
  return (
    direction(scores, Math.min(low, top - 1), top) > rounding &&
    direction(scores, top, Math.max(high, top + 1)) < -rounding
  );
}

function highest(scores: readonly number[], [low, high]: readonly [number, number]): number {
  let top = low;
  for (let index = low; index <= high; index++) if ((scores[index] ?? 0) > (scores[top] ?? 0)) top = index;
  return top;
}

/** All periods between the bounds, the best first. */
export function detectPeriods(values: readonly number[], min: number, max: number): readonly Period[] {
  const found = values.length < 2 * shortest ? undefined : likeness(values);
  if (!found) return [];
  const { power, scores } = found;
  const frequencies = Math.floor(values.length / 2);
  const total = power.slice(1, frequencies + 1).reduce((all, value) => all + value, 0);
  const least = (outstanding * total) / frequencies;
  const periods = new Map<number, Period>();
  for (let frequency = 2; frequency < frequencies; frequency++) {
    const here = power[frequency] ?? 0;
    if (here < least || here < (power[frequency - 1] ?? 0) || here < (power[frequency + 1] ?? 0)) continue;
    const range = around(frequency, values.length);
    const top = highest(scores, range);
    if (top < Math.max(shortest, min) || top > max || !isHill(scores, top, range)) continue;
    periods.set(top, { length: top, score: scores[top] ?? 0 });
  }
  return [...periods.values()].sort((a, b) => b.score - a.score);
}

/** How good each length is as a period: 0 when the series has no hill there, or the length is out of bounds. */
export function validatePeriods(values: readonly number[], lengths: readonly number[]): readonly number[] {
  const found = likeness(values);
  return lengths.map((length) => {
    const top = Math.round(length);
    if (!found || !(length >= shortest && length <= values.length / 2)) return 0;
    return isHill(found.scores, top, around(values.length / length, values.length)) ? (found.scores[top] ?? 0) : 0;
  });
}
