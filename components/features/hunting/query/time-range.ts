/** How far back a query looks: by its own text, or by a window that the service applies to every table. */

export type TimeRange =
  | { kind: 'query' }
  | { kind: 'last'; timespan: string }
  | { kind: 'between'; start: string; end: string };

export const fromQuery: TimeRange = { kind: 'query' };

export const lastRanges = [
  { timespan: 'PT1H', label: 'Last hour' },
  { timespan: 'P1D', label: 'Last 24 hours' },
  { timespan: 'P7D', label: 'Last 7 days' },
  { timespan: 'P30D', label: 'Last 30 days' },
] as const;

/** ISO 8601 with a date, and Z or an offset where a time is given: a time without a zone means another one to everybody. */
const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

function toUtc(text: string): string | null {
  const ms = instant.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** The custom range, or what is wrong with it in words. */
export function between(start: string, end: string): { range: TimeRange } | { problem: string } {
  const from = toUtc(start);
  const to = toUtc(end);
  if (from === null) return { problem: `“${start}” is not an ISO 8601 time such as 2025-01-15T08:30:00Z.` };
  if (to === null) return { problem: `“${end}” is not an ISO 8601 time such as 2025-01-15T10:00:00Z.` };
  if (from >= to) return { problem: 'The start must be before the end.' };
  return { range: { kind: 'between', start: from, end: to } };
}

/** What the APIs take: an ISO 8601 duration or interval, null for "by the query". */
export function toTimespan(range: TimeRange): string | null {
  if (range.kind === 'query') return null;
  return range.kind === 'last' ? range.timespan : `${range.start}/${range.end}`;
}

const duration = /^P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/u;

/** The reverse, for a URL; null when it is neither a duration in days, hours and minutes nor an interval. */
export function parseTimespan(text: string | null): TimeRange | null {
  if (text === null || text === '') return fromQuery;
  if (duration.test(text)) return { kind: 'last', timespan: text };
  const [start, end, ...rest] = text.split('/');
  if (start === undefined || end === undefined || rest.length > 0) return null;
  const found = between(start, end);
  return 'range' in found ? found.range : null;
}

const plain = (iso: string) => iso.replace(/:\d{2}\.\d{3}Z$/u, 'Z').replace('T', ' ');

export function rangeLabel(range: TimeRange): string {
  if (range.kind === 'query') return 'Set in query';
  if (range.kind === 'between') return `${plain(range.start)} – ${plain(range.end)}`;
  const { timespan } = range;
  return (
    lastRanges.find((known) => known.timespan === timespan)?.label ?? `Last ${timespan.slice(1).replace('T', ' ')}`
  );
}
