/**
 * Which lines are near the screen. Where they stand is known without measuring (line-places.ts), so two look-ups say
 * it; a virtualiser for growing rows would only cost (and its library a twentieth of the first load).
 */
import type { LinePlaces } from '@/components/grid/line-places';

export type RowWindow = { start: number; end: number };

/** Lines drawn beyond each edge, so that a turn of the wheel meets rows and not emptiness. Each costs in every frame. */
const usualOverscan = 8;
/**
 * The window moves in steps, so that most events of a slow scroll change nothing; small ones, so that a quick scroll has
 * the same few rows to draw in each frame and not many in one.
 */
const step = 2;

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
