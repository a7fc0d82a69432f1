/** Time as something that can be handed in, so that no test ever waits for it. */

export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `waitMs`; rejects with the signal's reason when it is aborted before. */
  sleep(waitMs: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep(waitMs, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, waitMs);
      signal?.addEventListener('abort', stop, { once: true });
    });
  },
};
