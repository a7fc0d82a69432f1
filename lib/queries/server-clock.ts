/**
 * The tenant's time in the browser. Microsoft's clock is the one that `ago()` and every timestamp mean; the analyst's
 * own clock may be minutes off, and a demo tenant lives in another year.
 */
import { useCallback, useSyncExternalStore } from 'react';

let offsetMs = 0;
const listeners = new Set<() => void>();

/** Tells the clock what time the server says it is now. Differences below a second are network noise. */
export function noteServerTime(now: string): void {
  const fresh = Date.parse(now) - Date.now();
  if (Number.isNaN(fresh) || Math.abs(fresh - offsetMs) < 1_000) return;
  offsetMs = fresh;
  for (const listener of listeners) listener();
}

/** The tenant's time, for code outside of components. */
export function serverNow(): Date {
  return new Date(Date.now() + offsetMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A function that tells the tenant's time; a new function when the clock was set, so that effects run again. */
export function useServerClock(): () => Date {
  const offset = useSyncExternalStore(
    subscribe,
    () => offsetMs,
    () => 0,
  );
  return useCallback(() => new Date(Date.now() + offset), [offset]);
}
