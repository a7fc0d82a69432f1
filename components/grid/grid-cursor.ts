/**
 * Where the keyboard is in a grid: a row by its key (so it stays when rows move) and perhaps a column.
 * Kept outside of React: moving it repaints two rows, not the table.
 */

/** The row key that stands for the header row. */
export const headerRow = '\u0000header';

export type CursorPlace = { rowKey: string | null; columnId: string | null };

export type GridCursor = {
  get: () => CursorPlace;
  set: (place: CursorPlace) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createGridCursor(rowKey: string | null = null): GridCursor {
  let place: CursorPlace = { rowKey, columnId: null };
  const listeners = new Set<() => void>();
  return {
    get: () => place,
    set(next) {
      if (next.rowKey === place.rowKey && next.columnId === place.columnId) return;
      place = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
