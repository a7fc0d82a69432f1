/** An answer kept for a while: asked for once by however many want it, and kept while a later asking fails. */

export type Remembered<Value> = { get(): Promise<Value>; forget(): void };

export function remembered<Value>(read: () => Promise<Value>, ttlMs: number, now: () => number): Remembered<Value> {
  let value: { is: Value; atMs: number } | null = null;
  let asking: Promise<Value> | null = null;

  async function ask(): Promise<Value> {
    try {
      const is = await read();
      value = { is, atMs: now() };
      return is;
    } finally {
      asking = null;
    }
  }

  return {
    async get() {
      if (value !== null && now() - value.atMs < ttlMs) return value.is;
      asking ??= ask();
      return asking;
    },
    forget() {
      value = null;
    },
  };
}
