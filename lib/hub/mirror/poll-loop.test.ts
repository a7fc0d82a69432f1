import { describe, expect, it } from 'vitest';
import type { Clock } from '@/lib/base/clock';
import { createPollLoop } from '@/lib/hub/mirror/poll-loop';

describe('poll loop', () => {
  it('runs once for all who ask during a run, and once more for them after it', async () => {
    let runs = 0;
    let finish = () => {};
    const loop = createPollLoop({
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      random: () => 0.5,
      everyMs: 1_000,
      longestPauseMs: 60_000,
      run: () => {
        runs += 1;
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    });
    const first = loop.runNow();
    const others = [loop.runNow(), loop.runNow(), loop.runNow()];
    finish();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    finish();
    await Promise.all(others);
    expect(runs).toBe(2);
  });

  it('asks less often while it fails, and at its pace again when it works', async () => {
    const pauses: number[] = [];
    const outcomes = [true, false, false, false, true];
    const ending = new AbortController();
    await new Promise<void>((resolve) => {
      const clock: Clock = {
        now: () => 0,
        sleep: async (waitMs) => {
          pauses.push(waitMs);
          if (outcomes.length === 0) {
            ending.abort();
            resolve();
          }
        },
      };
      createPollLoop({
        clock,
        random: () => 0.5,
        everyMs: 5_000,
        longestPauseMs: 30_000,
        run: async () => {
          if (outcomes.shift() === false) throw new Error('down');
        },
      }).start(ending.signal);
    });
    expect(pauses).toEqual([5_000, 10_000, 20_000, 30_000, 5_000]);
  });
});
