/** Brings a cell of a virtual grid into view and puts the cursor on it. */
import type { GridCursor } from '@/components/grid/grid-cursor';

export type CellAddress = { rowKey: string; columnId: string; index: number; rowHeight: number };

export function findCell(grid: Element | null, rowKey: string, columnId: string): Element | null {
  return grid?.querySelector(`[data-key="${CSS.escape(rowKey)}"] [data-column="${CSS.escape(columnId)}"]`) ?? null;
}

export function showCell(grid: HTMLElement, cursor: GridCursor, cell: CellAddress): void {
  const { rowKey, columnId, index, rowHeight } = cell;
  cursor.set({ rowKey, columnId });
  const top = index * rowHeight;
  const isSeen = top >= grid.scrollTop && top + 2 * rowHeight <= grid.scrollTop + grid.clientHeight;
  if (!isSeen) grid.scrollTop = Math.max(0, top - grid.clientHeight / 2);
  // The row is drawn after the scroll; only then can its cell be brought into view sideways.
  requestAnimationFrame(() =>
    findCell(grid, rowKey, columnId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
  );
}
