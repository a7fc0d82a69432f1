/** Arrays of make-series: the axis, and cells in their places with gaps filled. */
import { formatTicks, formatTimespan } from '../../ticks';

const times = (count: number | null): number[] => Array.from({ length: Math.max(0, count ?? 0) }, (_, index) => index);

export const datetimeAxis = (from: bigint, step: bigint, count: number | null): string[] =>
  times(count).map((index) => formatTicks(from + step * BigInt(index), true));

export const timespanAxis = (from: bigint, step: bigint, count: number | null): string[] =>
  times(count).map((index) => formatTimespan(from + step * BigInt(index)));

export const numberAxis = (from: number, step: number, count: number | null): number[] =>
  times(count).map((index) => from + step * index);

/** `cells` are pairs of place and value. */
export function fill(cells: unknown, count: number | null, fallback: unknown): unknown[] {
  const filled: unknown[] = times(count).map(() => fallback);
  for (const cell of Array.isArray(cells) ? cells : []) {
    if (Array.isArray(cell) && Number(cell[0]) < filled.length) filled[Number(cell[0])] = cell[1] ?? null;
  }
  return filled;
}
