'use client';
/** Clicks and keys on the cells of an answer, beyond what every grid does with rows: a click means the cell, not the row. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';
import type { GridCursor } from '@/components/grid/grid-cursor';

export type CellPlace = { rowKey: string; columnId: string; element: Element };

type Acts = {
  box: RefObject<HTMLElement | null>;
  cursor: GridCursor;
  onMenu: (cell: CellPlace) => void;
  onInspect: () => void;
  onFind: () => void;
  onEscape: () => void;
};

function cellUnder(target: EventTarget | null): CellPlace | null {
  const element = target instanceof Element ? target.closest('[data-column]') : null;
  const rowKey = element?.closest<HTMLElement>('[data-key]')?.dataset.key;
  const columnId = element?.getAttribute('data-column');
  return element === null || rowKey === undefined || columnId == null ? null : { rowKey, columnId, element };
}

export function useCellActs({ box, cursor, onMenu, onInspect, onFind, onEscape }: Acts) {
  useEffect(() => {
    const element = box.current;
    // Caught on the way down, before the grid takes a double click for "open".
    const inspect = (event: Event) => {
      if (cellUnder(event.target) === null) return;
      event.stopPropagation();
      onInspect();
    };
    element?.addEventListener('dblclick', inspect, true);
    return () => element?.removeEventListener('dblclick', inspect, true);
  }, [box, onInspect]);

  return {
    onClick(event: MouseEvent) {
      const cell = cellUnder(event.target);
      if (cell !== null) cursor.set({ rowKey: cell.rowKey, columnId: cell.columnId });
    },
    onContextMenu(event: MouseEvent) {
      const cell = cellUnder(event.target);
      if (cell === null) return;
      event.preventDefault();
      onMenu(cell);
    },
    onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        onFind();
      } else if (event.key === 'Escape') onEscape();
    },
  };
}
