/**
 * What changed, for every browser: numbered events, the last thousand of them remembered, so that a browser that was
 * cut off for a moment catches up and one that was away for long is told to read the list again.
 *
 * The numbers are those of the store's log of changes, so they mean the same in every process that shares the store:
 * a list or an event with number n contains whatever was committed up to n. Several events may carry the same number;
 * a browser that comes back with it gets them all again, which changes nothing where they had arrived.
 */
import type { FeedEvent } from '@/lib/domain/incident/feed-event';

/** Without its number. */
export type FeedNews =
  | Omit<Extract<FeedEvent, { kind: 'incidents' }>, 'seq'>
  | Omit<Extract<FeedEvent, { kind: 'alerts' }>, 'seq'>
  | Omit<Extract<FeedEvent, { kind: 'health' }>, 'seq'>;

export type ChangeFeed = {
  /** The newest change that is contained in what this process shows. */
  seq(): number;
  /** From now on everything up to this number is contained. */
  advance(seq: number): void;
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

/** `now` is Microsoft's time as this process knows it. */
export type ChangeFeedOptions = {
  now: () => Date;
  /** The number that this process begins with; nobody else has published anything under it. */
  start: number;
  /** Takes in what other processes did; a browser may come from one that is ahead. */
  catchUp: () => Promise<void>;
};

/** One per process; every browser that is connected to it follows the same one. */
export function createChangeFeed({ now, start, catchUp }: ChangeFeedOptions): ChangeFeed {
  let seq = start;
  /** Whoever has seen this much can be told the rest. */
  let reach = start;
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

  async function missed(afterSeq: number): Promise<FeedEvent[]> {
    if (afterSeq > seq) await catchUp();
    // A number from the future belongs to another store.
    if (afterSeq > seq || afterSeq < reach) return [{ kind: 'reset', seq }];
    return ring.filter((event) => event.seq >= afterSeq);
  }

  return {
    seq: () => seq,
    advance(to) {
      seq = Math.max(seq, to);
    },
    publish(news) {
      // Until Microsoft has answered for the first time, its time is only guessed by our own clock.
      if (Math.abs(skewMs() - toldSkewMs) > jumpMs) tell(clock());
      const event: FeedEvent = { ...news, seq };
      ring.push(event);
      // Of events with the same number some may be gone and some not.
      if (ring.length > remembered) reach = (ring.shift()?.seq ?? reach) + 1;
      tell(event);
    },
    tick: () => tell(clock()),
    async *follow(afterSeq, signal) {
      const waiting: FeedEvent[] = [clock()];
      let wake = () => {};
      const follower = (event: FeedEvent) => {
        waiting.push(event);
        wake();
      };
      followers.add(follower);
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        // What comes while the past is looked up comes after it, perhaps twice.
        if (afterSeq !== null) waiting.splice(1, 0, ...(await missed(afterSeq)));
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
