/** A clock for tests: sleeping takes no time and moves it on. */
import type { Clock } from '@/lib/base/clock';

export type ManualClock = Clock & {
  /** How long each sleeper slept, in order. */
  readonly naps: readonly number[];
  advance(byMs: number): void;
};

export function manualClock(start = '2025-01-15T10:05:00Z'): ManualClock {
  const naps: number[] = [];
  let now = Date.parse(start);
  return {
    naps,
    now: () => now,
    advance(byMs) {
      now += byMs;
    },
    async sleep(waitMs, signal) {
      signal?.throwIfAborted();
      naps.push(waitMs);
      now += waitMs;
    },
  };
}
