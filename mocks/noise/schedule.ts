/** Spreads a number of rows over a window: more by day than by night, and nearly half of them in the last 24 hours. */
import { createRandom } from '@/lib/base/random';
import type { Staff } from '@/mocks/noise/staff';
import type { Rhythm } from '@/mocks/noise/table';

const hourMs = 3_600_000;
const recentShare = 0.45;
const recentHours = 24;

export type Slot = { readonly start: number; readonly end: number; readonly count: number };

export type Window = { readonly start: Date; readonly end: Date };

function pieces(window: Window): { start: number; end: number }[] {
  const start = window.start.getTime();
  const end = window.end.getTime();
  const cuts: { start: number; end: number }[] = [];
  // Slots begin on whole hours, so that the same hour looks alike in every window that holds it.
  for (let from = start; from < end; ) {
    const to = Math.min(end, (Math.floor(from / hourMs) + 1) * hourMs);
    cuts.push({ start: from, end: to });
    from = to;
  }
  return cuts;
}

/** Slots of at most an hour with the number of rows for each; the counts add up to `rows` within rounding. */
export function schedule(
  seed: number,
  stream: string,
  window: Window,
  rows: number,
  rhythm: Rhythm,
  staff: Staff,
): Slot[] {
  const cuts = pieces(window);
  const recentFrom = window.end.getTime() - recentHours * hourMs;
  const long = recentFrom - window.start.getTime() > recentHours * hourMs;
  const weight = (cut: { start: number; end: number }): number => {
    const length = (cut.end - cut.start) / hourMs;
    return length * (rhythm === 'people' ? staff.presence(cut.start) : 0.5 + 0.5 * staff.presence(cut.start));
  };
  const isRecent = (cut: { start: number }) => cut.start >= recentFrom;
  const total = (recent: boolean) =>
    cuts.filter((cut) => isRecent(cut) === recent).reduce((sum, cut) => sum + weight(cut), 0);
  const recentTotal = total(true);
  const olderTotal = total(false);
  const random = createRandom(seed, `noise/schedule/${stream}`);

  return cuts.map((cut) => {
    const share = long
      ? isRecent(cut)
        ? recentShare / recentTotal
        : (1 - recentShare) / olderTotal
      : 1 / (recentTotal + olderTotal);
    const exact = rows * share * weight(cut);
    random.seek(Math.floor(cut.start / 1_000));
    // The fraction becomes a row by chance, so that rare tables have rows too.
    return { ...cut, count: Math.floor(exact) + (random.next() < exact % 1 ? 1 : 0) };
  });
}
