/** Asks again and again: jittered, slower while it fails, at once when poked, never two at a time. */
import type { Clock } from '@/lib/base/clock';

export type PollLoop = {
  /** One run now; runs asked for meanwhile share the one that follows. */
  runNow(): Promise<void>;
  start(signal: AbortSignal): void;
};

export type PollOptions = {
  clock: Clock;
  random: () => number;
  everyMs: number;
  longestPauseMs: number;
  run: () => Promise<void>;
};

export function createPollLoop({ clock, random, everyMs, longestPauseMs, run }: PollOptions): PollLoop {
  let failures = 0;
  let current: Promise<void> | null = null;
  let following: Promise<void> | null = null;

  async function once(): Promise<void> {
    try {
      await run();
      failures = 0;
    } catch (error) {
      failures += 1;
      throw error;
    } finally {
      current = null;
    }
  }

  function runNow(): Promise<void> {
    if (current === null) {
      current = once();
      return current;
    }
    // What was asked for after a run began may have missed its reading.
    following ??= current
      .catch(() => {
        // Its own caller hears of it; the next run stands for itself.
      })
      .then(() => {
        following = null;
        return runNow();
      });
    return following;
  }

  /** Between 90 and 110 % of the interval, doubled with every failure in a row. */
  function pauseMs(): number {
    const wanted = Math.min(everyMs * 2 ** failures, Math.max(everyMs, longestPauseMs));
    return Math.round(wanted * (0.9 + 0.2 * random()));
  }

  async function loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await runNow().catch(() => {
        // `run` records its failures in the health book; the loop only slows down.
      });
      await clock.sleep(pauseMs(), signal).catch(() => {
        // Woken by the end of the hub.
      });
    }
  }

  return { runNow, start: (signal) => void loop(signal) };
}
