/**
 * What `_GetWatchlist()` gives: Sentinel's own columns, then those of the items, which are all text, ordered by name.
 * https://learn.microsoft.com/azure/sentinel/watchlists-queries
 */
import type { ColumnSchema } from './table-schema';

const own: readonly ColumnSchema[] = [
  { name: '_DTItemId', type: 'string' },
  { name: 'LastUpdatedTimeUTC', type: 'datetime' },
  { name: 'SearchKey', type: 'string' },
];

export function watchlistColumns(items: readonly string[]): readonly ColumnSchema[] {
  const taken = new Set(own.map((column) => column.name));
  const added = items.filter((name) => !taken.has(name)).sort();
  return [...own, ...added.map((name): ColumnSchema => ({ name, type: 'string' }))];
}
