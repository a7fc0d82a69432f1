/**
 * Which rows are near the screen. Rows of a grid are equally tall, so two divisions say it; measuring each of them, as
 * a virtualiser for growing rows must, would only cost (and its library a twentieth of the first load).
 */

export type RowWindow = { start: number; end: number };

/** Rows drawn beyond each edge, so that a turn of the wheel meets rows and not emptiness. */
const overscan = 12;
/** The window moves in steps, so that most scroll events change nothing. */
const step = 4;

export function rowWindow(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight) - overscan;
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight) + overscan;
  return {
    start: Math.max(0, Math.min(Math.floor(first / step) * step, count)),
    end: Math.max(0, Math.min(Math.ceil(last / step) * step, count)),
  };
}
