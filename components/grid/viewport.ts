/**
 * What of a grid is on the screen, as its scroll and size events last told it. Drawing asks here and never the page,
 * which would have to lay out everything that was just changed before it could answer.
 */
import type { LinePlaces } from '@/components/grid/line-places';
import { type RowWindow, rowWindow } from '@/components/grid/row-window';

export type Viewport = {
  look: (top: number, height: number) => void;
  subscribe: (listener: () => void) => () => void;
  /** Lines near the screen: the same object until they are others. */
  near: (places: LinePlaces) => RowWindow;
  /** Lines on the screen and hardly any more. */
  seen: (places: LinePlaces) => RowWindow;
};

export function createViewport(): Viewport {
  const listeners = new Set<() => void>();
  let [top, height] = [0, 0];
  let last: RowWindow = { start: 0, end: 0 };
  // Fewer lines than there were: the page will scroll up as far, and tell so later.
  const topOf = ({ totalPx }: LinePlaces) => Math.min(top, Math.max(0, totalPx - height));
  return {
    look(nextTop, nextHeight) {
      [top, height] = [nextTop, nextHeight];
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    near(places) {
      const next = rowWindow(topOf(places), height, places);
      if (next.start !== last.start || next.end !== last.end) last = next;
      return last;
    },
    seen: (places) => rowWindow(topOf(places), height, places, 0),
  };
}
