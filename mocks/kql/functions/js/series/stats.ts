/** series_stats() and series_stats_dynamic(). https://learn.microsoft.com/kusto/query/series-stats-function */
import { readCells, writeBag, writeReal, writeTuple } from './cells';
import { mean, variance } from './statistics';

type Text = string | null;

/** Names and JSON in the columns' order. A member that is no finite number leaves no result, unless they are ignored. */
function described(series: Text, ignoreNonFinite: boolean | null | undefined): [string, string][] | null {
  const cells = readCells(series);
  const finite = cells?.flatMap((cell) => (cell && Number.isFinite(cell.value) ? [cell.value] : [])) ?? [];
  if (!cells || finite.length === 0 || (!ignoreNonFinite && finite.length !== cells.length)) return null;
  const low = finite.reduce((least, value) => Math.min(least, value));
  const high = finite.reduce((most, value) => Math.max(most, value));
  const place = (value: number) => String(cells.findIndex((cell) => cell?.value === value));
  const spread = variance(finite);
  return [
    ['min', writeReal(low)],
    ['min_idx', place(low)],
    ['max', writeReal(high)],
    ['max_idx', place(high)],
    ['avg', writeReal(mean(finite))],
    ['stdev', writeReal(Math.sqrt(spread))],
    ['variance', writeReal(spread)],
    ['sum', writeReal(finite.reduce((all, value) => all + value, 0))],
    ['len', String(cells.length)],
  ];
}

export function stats(series: Text, ignoreNonFinite?: boolean | null): Text {
  const found = described(series, ignoreNonFinite);
  return found && writeTuple(found.slice(0, 7).map(([, value]) => value));
}

export function statsDynamic(series: Text, ignoreNonFinite?: boolean | null): Text {
  const found = described(series, ignoreNonFinite);
  return found && writeBag(found);
}
