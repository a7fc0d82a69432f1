/** The tenant's time in steps of a second or a minute; all who show it share one timer. */
'use client';
import { useSyncExternalStore } from 'react';
import { serverNow } from '@/lib/queries/server-clock';

function createTicker(stepMs: number) {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const heard of listeners) heard();
      }, stepMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
    now: () => Math.floor(serverNow().getTime() / stepMs) * stepMs,
  };
}

const second = createTicker(1_000);
const minute = createTicker(60_000);
const never = () => () => undefined;

/** Milliseconds since the epoch. `still` for what no longer moves. */
export function useNowMs(step: 'second' | 'minute' | 'still'): number {
  const ticker = step === 'second' ? second : minute;
  // On the server there is no moment that the browser would agree with.
  return useSyncExternalStore(step === 'still' ? never : ticker.subscribe, ticker.now, () => 0);
}
