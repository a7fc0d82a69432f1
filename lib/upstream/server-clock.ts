/** What time it is at Microsoft, told by the `Date` of its latest response and carried on by our own clock. */
import type { Clock } from '@/lib/base/clock';

export type ServerClock = { now(): Date; observe(date: Date): void };

/** `Date` is cut to whole seconds, so on average it is half a second old when it is written. */
const resolutionMs = 1000;

export function createServerClock(clock: Clock): ServerClock {
  let offsetMs: number | null = null;
  return {
    now: () => new Date(clock.now() + (offsetMs ?? 0)),
    observe(date) {
      const observed = date.getTime() + resolutionMs / 2 - clock.now();
      // Within the header's resolution the old estimate is as good as the new one, and time doesn't jump about.
      if (offsetMs === null || Math.abs(observed - offsetMs) > resolutionMs) offsetMs = observed;
    },
  };
}
