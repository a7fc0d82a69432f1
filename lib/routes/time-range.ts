/** The time range of the queue as one word in the address: `1d`, `30d`, `all`, or two ISO times with a slash between. */

export const rangeWords = ['1d', '3d', '7d', '30d', 'all'] as const;
export type RangeWord = (typeof rangeWords)[number];

export type TimeRange = RangeWord | { from: string; to: string };

const dayMs = 86_400_000;
const days = { '1d': 1, '3d': 3, '7d': 7, '30d': 30 } as const satisfies Record<Exclude<RangeWord, 'all'>, number>;

export function parseRange(text: string): TimeRange | null {
  const word = rangeWords.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const [from, to, ...rest] = text.split('/');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  // A NaN compares false, so anything that is no time ends here too.
  if (!(fromMs < toMs)) return null;
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

export function printRange(range: TimeRange): string {
  return typeof range === 'string' ? range : `${range.from}/${range.to}`;
}

/** The bounds of a range at a moment; null is open. */
export function rangeBounds(range: TimeRange, now: Date): { from: string | null; to: string | null } {
  if (range === 'all') return { from: null, to: null };
  if (typeof range !== 'string') return range;
  return { from: new Date(now.getTime() - days[range] * dayMs).toISOString(), to: null };
}
