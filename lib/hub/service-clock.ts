/**
 * Microsoft's time, carried on between replies by our own clock. Everything that is compared with Microsoft's
 * timestamps goes by it; a demo tenant even lives in another year.
 */
import type { Clock } from '@/lib/base/clock';

export type ServiceClock = {
  now(): Date;
  /** Takes the `Date` header of a reply. It has whole seconds, so differences below two of them are no news. */
  observe(date: Date): void;
};

export function createServiceClock(clock: Clock): ServiceClock {
  let offsetMs = 0;
  return {
    now: () => new Date(clock.now() + offsetMs),
    observe(date) {
      // On average the header is half a second old before it left.
      const fresh = date.getTime() + 500 - clock.now();
      if (Math.abs(fresh - offsetMs) >= 2_000) offsetMs = fresh;
    },
  };
}
