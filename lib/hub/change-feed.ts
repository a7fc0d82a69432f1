/**
 * What changed, for every browser: numbered events, the last thousand of them remembered, so that a browser that was
 * cut off for a moment catches up and one that was away for long is told to read the list again.
 */
import type { FeedEvent } from '@/lib/domain/incident/feed-event';

/** Without its number. */
export type FeedNews =
  | Omit<Extract<FeedEvent, { kind: 'incidents' }>, 'seq'>
  | Omit<Extract<FeedEvent, { kind: 'alerts' }>, 'seq'>
  | Omit<Extract<FeedEvent, { kind: 'health' }>, 'seq'>;

export type ChangeFeed = {
  /** The number of the latest event. */
  seq(): number;
  publish(news: FeedNews): void;
  /** Tells the time to everybody; not remembered. */
  tick(): void;
  /** See `Hub.feed`. */
  follow(afterSeq: number | null, signal: AbortSignal): AsyncGenerator<FeedEvent>;
};

const remembered = 1_000;
/** A browser that does not drain its stream is cut off rather than remembered without end. */
const longestQueue = 2_000;
/** A clock that is off by more than this is told at once: ages and time filters hang on it. */
const jumpMs = 2_000;

export function createChangeFeed(now: () => Date): ChangeFeed {
  // Numbers go on after a restart, so a browser's old number is recognised as a gap and not taken for a future one.
  let seq = Date.now();
  const ring: FeedEvent[] = [];
  const followers = new Set<(event: FeedEvent) => void>();

  let toldSkewMs = 0;

  const skewMs = () => now().getTime() - Date.now();
  function clock(): FeedEvent {
    toldSkewMs = skewMs();
    return { kind: 'clock', seq, now: now().toISOString() };
  }
  const tell = (event: FeedEvent) => {
    for (const follower of followers) follower(event);
  };

  function missed(afterSeq: number | null): FeedEvent[] {
    if (afterSeq === null || afterSeq === seq) return [];
    const oldest = ring[0]?.seq ?? seq + 1;
    if (afterSeq > seq || afterSeq < oldest - 1) return [{ kind: 'reset', seq }];
    return ring.filter((event) => event.seq > afterSeq);
  }

  return {
    seq: () => seq,
    publish(news) {
      // Until Microsoft has answered for the first time, its time is only guessed by our own clock.
      if (Math.abs(skewMs() - toldSkewMs) > jumpMs) tell(clock());
      seq += 1;
      const event: FeedEvent = { ...news, seq };
      ring.push(event);
      if (ring.length > remembered) ring.shift();
      tell(event);
    },
    tick: () => tell(clock()),
    async *follow(afterSeq, signal) {
      const waiting: FeedEvent[] = [clock(), ...missed(afterSeq)];
      let wake = () => {};
      const follower = (event: FeedEvent) => {
        waiting.push(event);
        wake();
      };
      followers.add(follower);
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        while (!signal.aborted && waiting.length < longestQueue) {
          const event = waiting.shift();
          if (event !== undefined) yield event;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        followers.delete(follower);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
