/** One listener for all rows: pressing a row, a heading of a group or of a column, or a button inside of a cell. */
'use client';
import { type MouseEvent, useRef } from 'react';
import type { GridCursor } from '@/components/grid/grid-cursor';

export type GridMouse<Row> = {
  cursor: GridCursor;
  rowOf: (key: string) => Row | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onPress: ((row: Row) => void) | undefined;
  onSort: ((columnId: string) => void) | undefined;
  onEdit: ((row: Row, what: string) => void) | undefined;
  toggleSelected: ((key: string) => void) | undefined;
  /** Selects all between the cursor and the row. */
  selectTo: ((key: string) => void) | undefined;
  toggleOpen: (key: string) => void;
};

function elementOf(event: MouseEvent<HTMLElement>): Element | null {
  return event.target instanceof Element ? event.target : null;
}

const valueAt = (target: Element, name: string): string | undefined =>
  target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];

function lineAt(target: Element | null): string | undefined {
  return target === null ? undefined : (valueAt(target, 'key') ?? valueAt(target, 'group'));
}

/** What a press inside of a row means, once the cursor is there. */
function pressRow<Row>(event: MouseEvent<HTMLElement>, target: Element, key: string, mouse: GridMouse<Row>): void {
  const row = mouse.rowOf(key);
  const edit = valueAt(target, 'edit');
  if (row === undefined) return;
  if (target.closest('[data-expand]') !== null) mouse.toggleOpen(key);
  else if (edit !== undefined) mouse.onEdit?.(row, edit);
  else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) mouse.onPress?.(row);
}

/** A link to what its row opens leads there as Enter does; with a key or another button the browser opens it elsewhere. */
function openLink<Row>(event: MouseEvent<HTMLElement>, target: Element, { rowOf, onOpen }: GridMouse<Row>): boolean {
  const key = target.closest('a[data-open]') === null ? undefined : valueAt(target, 'key');
  const row = key === undefined ? undefined : rowOf(key);
  if (row === undefined || onOpen === undefined) return false;
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  event.preventDefault();
  onOpen(row);
  return true;
}

export function useGridMouse<Row>(mouse: GridMouse<Row>) {
  const { cursor, rowOf, onOpen, onSort, toggleSelected, selectTo, toggleOpen } = mouse;
  const pressed = useRef<{ line: string | undefined } | null>(null);
  const onPointerDown = (event: MouseEvent<HTMLElement>) => {
    pressed.current = { line: lineAt(elementOf(event)) };
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = elementOf(event);
    const began = pressed.current;
    pressed.current = null;
    // Rows that came in under the pointer between its going down and up are not what was meant.
    if (began !== null && began.line !== lineAt(target)) {
      // Nor is their link.
      event.preventDefault();
      return;
    }
    // What a row shows beneath itself is not the row.
    if (target === null || target.closest('[data-detail]') !== null) return;
    const group = valueAt(target, 'group');
    if (group !== undefined) {
      cursor.set({ rowKey: group, columnId: null });
      toggleOpen(group);
      return;
    }
    if (openLink(event, target, mouse)) return;
    const isOurs = target.closest('[data-edit], [data-expand]') !== null;
    if (!isOurs && target.closest('button, a, input') !== null) return;
    const sortBy = valueAt(target, 'sort');
    if (sortBy !== undefined) onSort?.(sortBy);
    const key = valueAt(target, 'key');
    if (key === undefined) return;
    if (event.shiftKey && selectTo !== undefined) {
      selectTo(key);
      window.getSelection()?.removeAllRanges();
    } else if (event.ctrlKey || event.metaKey) toggleSelected?.(key);
    cursor.set({ rowKey: key, columnId: null });
    pressRow(event, target, key, mouse);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const target = elementOf(event);
    if (target === null || target.closest('[data-detail]') !== null) return;
    const key = valueAt(target, 'key');
    const row = key === undefined ? undefined : rowOf(key);
    if (row !== undefined) onOpen?.(row);
  };
  return { onPointerDown, onClick, onDoubleClick };
}
