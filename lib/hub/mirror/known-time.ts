/**
 * Microsoft's time from the first moment on. Until Microsoft has answered, a process that starts knows only its own
 * clock; acts taken in those seconds would bear a time that nothing at Microsoft can be compared with. So the
 * difference between the two is kept from one run to the next.
 */
import type { Clock } from '@/lib/base/clock';
import type { Store } from '@/lib/store/store';

export type KnownTime = {
  now(): Date;
  /** Stores the difference when it has changed. */
  save(): Promise<void>;
};

export type KnownTimeOptions = {
  /** Microsoft's time as far as this run knows it; our own clock's until it does. */
  now: () => Date;
  clock: Pick<Clock, 'now'>;
  marks: Store['marks'];
};

const mark = 'clock/ahead';
/** `Date` headers are cut to whole seconds: smaller differences are none. */
const worthKeepingMs = 1_000;

export async function openKnownTime({ now, clock, marks }: KnownTimeOptions): Promise<KnownTime> {
  const stored = await marks.read(mark);
  let keptMs = typeof stored === 'number' ? stored : 0;

  /** Null while nothing was heard. */
  function aheadMs(): number | null {
    const [before, time, after] = [clock.now(), now().getTime(), clock.now()];
    if (before <= time && time <= after) return null;
    return time - after;
  }

  return {
    now() {
      return aheadMs() === null ? new Date(clock.now() + keptMs) : now();
    },
    async save() {
      const ms = aheadMs();
      if (ms === null || Math.abs(ms - keptMs) < worthKeepingMs) return;
      keptMs = ms;
      await marks.write(mark, ms);
    },
  };
}
