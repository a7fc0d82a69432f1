/**
 * Loads what is only shown later (editors, dialogs, panes) while the page is at rest: whoever loses the connection must
 * still be able to open it. `loaders` has to be stable. Browsers that do not say when they are idle load it when it is wanted.
 */
'use client';
import { useEffect } from 'react';

export type Loader = () => Promise<unknown>;

/** The first screen and what comes right after it go first. */
const restMs = 2_000;

export function useLoadAhead(loaders: readonly Loader[]): void {
  useEffect(() => {
    if (typeof window.requestIdleCallback !== 'function') return;
    const waiting = [...loaders];
    let idle = 0;
    const next = () => {
      idle = window.requestIdleCallback(() => {
        const load = waiting.shift();
        // What could not be loaded now is asked for again when it is wanted, and says so then.
        load?.().then(next, next);
      });
    };
    const timer = setTimeout(next, restMs);
    return () => {
      waiting.length = 0;
      clearTimeout(timer);
      window.cancelIdleCallback(idle);
    };
  }, [loaders]);
}
