/**
 * series_decompose() and what is built on it. Season first, as medians of phases; then the trend of what is left; the
 * baseline is both together. https://learn.microsoft.com/kusto/query/series-decompose-function
 */
import { QueryFault } from '../query-fault';
import { readNumbers, readScalar, writeReals, writeTuple } from './cells';
import { throughAll } from './line';
import { fenceOf, outlierScores } from './outliers';
import { detectSeason, seasonal } from './season';
import { mean } from './statistics';

type Text = string | null;
type Optional<T> = T | null | undefined;

type Parts = {
  readonly baseline: readonly number[];
  readonly season: readonly number[];
  readonly trend: readonly number[];
  readonly residual: readonly number[];
};

function trendOf(kind: string, learned: readonly number[], length: number): number[] {
  const level = (value: number) => Array.from({ length }, () => value);
  switch (kind.toLowerCase()) {
    case 'none':
      return level(0);
    case 'avg':
      return level(learned.length > 0 ? mean(learned) : 0);
    case 'linefit': {
      if (learned.length === 0) return level(0);
      const { slope, interception } = throughAll(learned);
      return Array.from({ length }, (_, index) => interception + slope * (index + 1));
    }
    default:
      throw new QueryFault('SEM0237', `'${kind}' is no trend of a series: avg, linefit or none.`);
  }
}

type Choices = {
  readonly period: number;
  readonly trend: string;
  readonly testPoints: number;
  readonly threshold: number;
};

function decomposed(values: readonly number[], { period, trend, testPoints, threshold }: Choices): Parts {
  const learned = values.slice(0, Math.max(0, values.length - testPoints));
  const found = period === -1 ? detectSeason(learned, threshold) : period;
  const season = seasonal(learned, found, values.length);
  const deseasonal = learned.map((value, index) => value - (season[index] ?? 0));
  const trended = trendOf(trend, deseasonal, values.length);
  const baseline = season.map((value, index) => value + (trended[index] ?? 0));
  return { baseline, season, trend: trended, residual: values.map((value, index) => value - (baseline[index] ?? 0)) };
}

const choices = (
  period: Optional<number>,
  trend: Optional<string>,
  testPoints: Optional<number>,
  threshold: Optional<number>,
  usual: string,
): Choices => ({
  period: period ?? -1,
  trend: trend || usual,
  testPoints: Math.max(0, testPoints ?? 0),
  threshold: threshold ?? 0.6,
});

/** baseline, seasonal, trend, residual. */
export function decompose(
  series: Text,
  period?: Optional<number>,
  trend?: Optional<string>,
  testPoints?: Optional<number>,
  threshold?: Optional<number>,
): Text {
  const values = readNumbers(series);
  if (!values) return null;
  const parts = decomposed(values, choices(period, trend, testPoints, threshold, 'avg'));
  return writeTuple([parts.baseline, parts.season, parts.trend, parts.residual].map(writeReals));
}

/** The forecast's trend is a line unless told otherwise: so Kusto answers, whatever its page says of the default. */
export function forecast(
  series: Text,
  points: Optional<number>,
  period?: Optional<number>,
  trend?: Optional<string>,
  threshold?: Optional<number>,
): Text {
  const values = readNumbers(series);
  if (!values) return null;
  return writeReals(decomposed(values, choices(period, trend, points, threshold, 'linefit')).baseline);
}

/** ad_flag, ad_score, baseline. */
export function anomalies(
  series: Text,
  limit?: Text,
  period?: Optional<number>,
  trend?: Optional<string>,
  testPoints?: Optional<number>,
  method?: Optional<string>,
  threshold?: Optional<number>,
): Text {
  const values = readNumbers(series);
  if (!values) return null;
  const chosen = choices(period, trend, testPoints, threshold, 'avg');
  const parts = decomposed(values, chosen);
  const scores = outlierScores(parts.residual, fenceOf(method || 'ctukey'), chosen.testPoints);
  const most = readScalar(limit)?.value ?? 1.5;
  const flags = scores.map((score) => (score > most ? 1 : score < -most ? -1 : 0));
  return writeTuple([`[${flags.join(',')}]`, writeReals(scores), writeReals(parts.baseline)]);
}

/** https://learn.microsoft.com/kusto/query/series-seasonal-function */
export function seasonalSeries(series: Text, period?: Optional<number>, testPoints?: Optional<number>): Text {
  const values = readNumbers(series);
  if (!values) return null;
  const learned = values.slice(0, Math.max(0, values.length - (testPoints ?? 0)));
  const chosen = period ?? -1;
  return writeReals(seasonal(learned, chosen === -1 ? detectSeason(learned, 0.7) : chosen, values.length));
}
