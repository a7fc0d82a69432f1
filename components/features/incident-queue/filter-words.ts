/** The queue's filter in words: for the chips, for the heading and for the empty queue. */
import { productWords } from '@/components/vocabulary/product-words';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { systemWords } from '@/components/vocabulary/system-words';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';
import { type RangeWord, rangeWords, type TimeRange } from '@/lib/routes/time-range';

export const rangeNames = {
  '1d': 'last 24 hours',
  '3d': 'last 3 days',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
  all: 'all time',
} as const satisfies Record<RangeWord, string>;

export const timeNames = { updatedAt: 'Updated', createdAt: 'Created', lastActivityAt: 'Last activity' } as const;

export function rangeText(range: TimeRange): string {
  if (typeof range !== 'string') return `${range.from.slice(0, 16)}Z – ${range.to.slice(0, 16)}Z`.replaceAll('T', ' ');
  return rangeNames[rangeWords.find((word) => word === range) ?? 'all'];
}

/** `a`, `a, b`, `3 chosen`. */
function few(words: readonly string[]): string {
  return words.length > 2 ? `${words.length} chosen` : words.join(', ');
}

export function assigneeWord(name: string): string {
  if (name === 'me') return 'Me';
  return name === 'unassigned' ? 'Unassigned' : name;
}

/** What each narrowed-down field says; a field that lets everything through is absent. */
export function filterWords(search: IncidentsSearch): { name: keyof IncidentsSearch; text: string }[] {
  const lists = [
    { name: 'status' as const, words: search.status.map((status) => statusWords[status]) },
    { name: 'severity' as const, words: search.severity.map((severity) => severityWords[severity]) },
    { name: 'system' as const, words: search.system.map((system) => systemWords[system]) },
    { name: 'product' as const, words: search.product.map((product) => productWords[product].short) },
    { name: 'assignee' as const, words: search.assignee.map(assigneeWord) },
    { name: 'tag' as const, words: search.tag },
  ];
  return [
    ...lists.filter(({ words }) => words.length > 0).map(({ name, words }) => ({ name, text: few(words) })),
    ...(search.range === 'all'
      ? []
      : [{ name: 'range' as const, text: `${timeNames[search.time].toLowerCase()} in ${rangeText(search.range)}` }]),
    ...(search.q.trim() === '' ? [] : [{ name: 'q' as const, text: `“${search.q.trim()}”` }]),
  ];
}
