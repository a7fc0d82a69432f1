/**
 * Which lines are near the screen. Where they stand is known without measuring (line-places.ts), so two look-ups say
 * it; a virtualiser for growing rows would only cost (and its library a twentieth of the first load).
 */
import type { LinePlaces } from '@/components/grid/line-places';

export type RowWindow = { start: number; end: number };

/** Lines drawn beyond each edge, so that a turn of the wheel meets rows and not emptiness. */
const usualOverscan = 12;
/** The window moves in steps, so that most scroll events change nothing. */
const step = 4;

export function rowWindow(
  scrollTop: number,
  height: number,
  places: LinePlaces,
  overscan: number = usualOverscan,
): RowWindow {
  const { count } = places;
  const first = places.indexAt(Math.max(0, scrollTop)) - overscan;
  const last = places.indexAt(Math.max(0, scrollTop) + height - 1) + 1 + overscan;
  return {
    start: Math.max(0, Math.min(Math.floor(first / step) * step, count)),
    end: Math.max(0, Math.min(Math.ceil(last / step) * step, count)),
  };
}
