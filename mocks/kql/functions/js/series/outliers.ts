/**
 * series_outliers(): how far a value is beyond the normal range, in widths of that range. From 1.5 on it is an anomaly.
 * https://learn.microsoft.com/kusto/query/series-outliers-function
 */
import { notSupportedCode } from '../../../refusal';
import { QueryFault } from '../query-fault';
import { type Cell, readCells, readScalar, writeReals } from './cells';
import { quantile } from './statistics';

type Text = string | null;

/** The normal range by its percentiles, and what its widths are multiplied with to compare with Tukey's 1.5. */
type Fence = { readonly low: number; readonly high: number; readonly scale: number };

/** The custom range's scale is not documented: this one was measured on results of Kusto, to 15 digits. */
const fences: Readonly<Record<string, Fence>> = {
  tukey: { low: 0.25, high: 0.75, scale: 1 },
  ctukey: { low: 0.1, high: 0.9, scale: 2.772605605507915 },
};

export function fenceOf(kind: string): Fence {
  const fence = fences[kind.toLowerCase()];
  if (!fence) throw new QueryFault('SEM0237', `'${kind}' is no method of outlier detection: tukey or ctukey.`);
  return fence;
}

/** Null values score 0. The range is learned without the last `testPoints` values. */
export function outlierScores(values: readonly (number | null)[], fence: Fence, testPoints = 0): number[] {
  const learned = values.slice(0, Math.max(0, values.length - testPoints)).filter((value) => value !== null);
  if (learned.length === 0) return values.map(() => 0);
  const [low, high] = [quantile(learned, fence.low), quantile(learned, fence.high)];
  const unit = (high - low) / fence.scale;
  return values.map((value) => {
    if (value === null || (value >= low && value <= high)) return 0;
    return value > high ? (value - high) / unit : (value - low) / unit;
  });
}

const isPercentile = (text: Text | undefined, expected: number): boolean =>
  text === undefined || text === null || Number(text) === expected;

export function outliers(
  series: Text,
  kind?: string | null,
  ignored?: Text,
  minPercentile?: Text,
  maxPercentile?: Text,
  testPoints?: number | null,
): Text {
  const cells = readCells(series);
  if (!cells) return null;
  const method = kind ? kind.toLowerCase() : 'ctukey';
  const fence = fenceOf(method);
  if (method === 'ctukey' && !(isPercentile(minPercentile, 10) && isPercentile(maxPercentile, 90)))
    throw new QueryFault(
      notSupportedCode,
      'series_outliers() with percentiles of its own is not supported by this engine.',
    );
  const skip = readScalar(ignored)?.value;
  const value = (cell: Cell) => (cell === null || cell.value === skip || Number.isNaN(cell.value) ? null : cell.value);
  return writeReals(outlierScores(cells.map(value), fence, testPoints ?? 0));
}
