/**
 * An answer kept for a while: asked for once by however many want it. When asking again fails, the old answer still
 * stands, and after a restart the one in the store: who works here does not change because Microsoft is away.
 */
import type { Store } from '@/lib/store/store';

/** Where and how long an answer is kept. */
export type RememberedOptions = {
  /** Under this name in the store. */
  name: string;
  ttlMs: number;
  /** Milliseconds since the epoch. */
  nowMs: () => number;
  marks: Store['marks'];
};

/** Guaranteed by `name`: under it only answers of the same function are written. A stored null is none. */
function asAnswer<Value>(stored: unknown): Value | null {
  return stored as Value | null;
}

/** Rejects only while there has never been an answer. */
export function remembered<Value>(read: () => Promise<Value>, options: RememberedOptions): () => Promise<Value> {
  const { name, ttlMs, nowMs, marks } = options;
  const mark = `answer/${name}`;
  let value: { is: Value; atMs: number } | null = null;
  let asking: Promise<Value> | null = null;

  async function ask(): Promise<Value> {
    try {
      const is = await read();
      value = { is, atMs: nowMs() };
      await marks.write(mark, is);
      return is;
    } catch (error) {
      const old = value?.is ?? asAnswer<Value>(await marks.read(mark));
      if (old === null) throw error;
      // Not asked again before its time: every asking costs whoever waits for it the client's retries.
      value = { is: old, atMs: nowMs() };
      console.warn(`onequeue: ${name} could not be read again, the last answer stands`, error);
      return old;
    } finally {
      asking = null;
    }
  }

  return async () => {
    if (value !== null && nowMs() - value.atMs < ttlMs) return value.is;
    asking ??= ask();
    return asking;
  };
}
