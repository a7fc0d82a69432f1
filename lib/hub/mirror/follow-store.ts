/**
 * Follows what other processes on the same store did: each change that they logged is read again from its table and
 * taken into this process's memory. The log is asked when its bell rings and from time to time in any case, because
 * the bell may be missed. What this process did itself is in its memory already and only counted.
 */
import type { Clock } from '@/lib/base/clock';
import type { ChangeFeed } from '@/lib/hub/change-feed';
import type { Change } from '@/lib/store/changes';
import type { Store } from '@/lib/store/store';

/** Takes in the rows of one topic. They may be gone by now: then what they said is to be forgotten. */
export type TakeIn = (ids: readonly string[]) => Promise<void>;

export type FollowOptions = {
  store: Pick<Store, 'changes' | 'claims' | 'checkpoint'>;
  feed: Pick<ChangeFeed, 'seq' | 'advance'>;
  /** By topic, which is the name of a table or what `note` was given. Other topics are nobody's business here. */
  topics: Readonly<Record<string, TakeIn>>;
  /** Reads everything anew, because the log does not reach back far enough. */
  reload: () => Promise<void>;
  /** Tells the browsers what memory shows now. */
  publish: () => void;
};

export type StoreFollower = {
  /** Resolves when whatever was committed before the call is taken in. Runs share the one that follows them. */
  catchUp(): Promise<void>;
  start(clock: Clock, signal: AbortSignal): void;
};

const lookEveryMs = 2_000;
/** Where nobody else writes, only to count what this process wrote. */
const countEveryMs = 30_000;
const trimEveryMs = 10 * 60_000;

/** The rows that others changed, by topic; a row that changed several times is read once. */
function othersRows(changes: readonly Change[]): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const { own, topic, ids } of changes) {
    if (own) continue;
    const known = rows.get(topic) ?? new Set<string>();
    for (const id of ids) known.add(id);
    rows.set(topic, known);
  }
  return rows;
}

export function createStoreFollower({ store, feed, topics, reload, publish }: FollowOptions): StoreFollower {
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;

  async function takeIn(changes: readonly Change[]): Promise<void> {
    for (const [topic, ids] of othersRows(changes)) await topics[topic]?.([...ids]);
  }

  async function look(): Promise<void> {
    for (;;) {
      const changes = await store.changes.after(feed.seq());
      if (changes === null) {
        const head = await store.changes.head();
        await reload();
        feed.advance(head);
      } else {
        await takeIn(changes);
        feed.advance(changes.at(-1)?.seq ?? 0);
      }
      publish();
      if (changes !== null && changes.length === 0) return;
    }
  }

  function catchUp(): Promise<void> {
    if (running === null) {
      running = look().finally(() => {
        running = null;
      });
      return running;
    }
    // What was committed after a run began may have missed it.
    following ??= running
      .catch(() => {
        // Its own caller hears of it; the next run stands for itself.
      })
      .then(() => {
        following = null;
        return catchUp();
      });
    return following;
  }

  async function every(clock: Clock, waitMs: number, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await act().catch((error: unknown) => {
        if (!signal.aborted) console.error('onequeue: the log of changes could not be read', error);
      });
      await clock.sleep(waitMs, signal).catch(() => {
        // Woken by the end of the hub.
      });
    }
  }

  return {
    catchUp,
    start(clock, signal) {
      const stop = store.changes.listen(() => {
        catchUp().catch((error: unknown) => {
          if (!signal.aborted) console.error('onequeue: the log of changes could not be read', error);
        });
      });
      signal.addEventListener('abort', stop, { once: true });
      void every(clock, store.claims.alone ? countEveryMs : lookEveryMs, signal, catchUp);
      void every(clock, trimEveryMs, signal, async () => {
        await store.changes.trim();
        await store.checkpoint();
      });
    },
  };
}
