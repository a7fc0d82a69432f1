/** What changes with time alone: everybody's clock, the age of the sources' last answers, and differences that become drift. */
import type { Clock } from '@/lib/base/clock';
import type { ChangeFeed } from '@/lib/hub/change-feed';
import type { Mirror } from '@/lib/hub/mirror/mirror';

export type TickingOptions = {
  clock: Clock;
  signal: AbortSignal;
  mirror: Mirror;
  publish: () => void;
  feed: ChangeFeed;
  tellHealth: () => void;
};

const driftEveryMs = 10_000;
const clockEveryMs = 30_000;
const healthEveryMs = 10_000;

export function startTicking({ clock, signal, mirror, publish, feed, tellHealth }: TickingOptions): void {
  async function every(waitMs: number, act: () => void): Promise<void> {
    while (!signal.aborted) {
      try {
        await clock.sleep(waitMs, signal);
      } catch (reason) {
        if (signal.aborted) return;
        throw reason;
      }
      act();
    }
  }
  void every(driftEveryMs, () => {
    for (const key of mirror.differing()) mirror.touch(key);
    publish();
  });
  void every(clockEveryMs, () => feed.tick());
  void every(healthEveryMs, tellHealth);
}
