/** The keys of a focused grid. Letters go through the shortcut registry, so that they can be switched off and are listed. */
'use client';
import type { KeyboardEvent } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';
import { groupIdOf } from '@/components/grid/grid-line';
import type { GridKey } from '@/components/grid/move-cursor';
import type { ColumnLayout } from '@/components/grid/use-column-layout';
import { copyText } from '@/components/ui/copy-button';

const moves: ReadonlySet<string> = new Set<GridKey>([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
]);

function isMove(key: string): key is GridKey {
  return moves.has(key);
}

const stepPx = 16;

export type GridActs<Row> = {
  cursor: GridCursor;
  layout: ColumnLayout<Row>;
  rowOf: (key: string) => Row | undefined;
  move: (key: GridKey) => void;
  onOpen: ((row: Row) => void) | undefined;
  onSort: ((columnId: string) => void) | undefined;
  toggleSelected: ((lineKey: string) => void) | undefined;
  /** Opens or closes a group, or what a row shows beneath itself. */
  toggleOpen: (lineKey: string) => void;
  /** Undefined for what can neither be opened nor closed. */
  isOpen: (lineKey: string) => boolean | undefined;
  /** The heading under which a row stands. */
  headingOf: (lineKey: string) => string | null;
};

/** The text of the cell under the cursor, or of the row as tab-separated values. */
export function copiedText<Row>(row: Row, columns: readonly GridColumn<Row>[], columnId: string | null): string {
  const chosen = columnId === null ? columns : columns.filter((column) => column.id === columnId);
  return chosen.map((column) => column.text(row)).join('\t');
}

/** Enter sorts, Shift+arrows resize, Ctrl+Shift+arrows move the column, p pins it. */
function pressInHeader<Row>(event: KeyboardEvent, columnId: string, { layout, onSort }: GridActs<Row>): boolean {
  const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
  if (event.key === 'Enter' || event.key === ' ') {
    if (layout.columns.find((column) => column.id === columnId)?.sortable === true) onSort?.(columnId);
  } else if (event.key === 'p' && !event.ctrlKey && !event.metaKey) layout.pin(columnId);
  else if (sideways !== null && event.shiftKey && (event.ctrlKey || event.metaKey)) layout.shift(columnId, sideways);
  else if (sideways !== null && event.shiftKey) layout.resize(columnId, layout.widthOf(columnId) + sideways * stepPx);
  else return false;
  return true;
}

function pressInGroup<Row>(event: KeyboardEvent, key: string, acts: GridActs<Row>): boolean {
  const open = acts.isOpen(key) === true;
  if (event.key === 'Enter' || event.key === ' ') acts.toggleOpen(key);
  else if (event.key === 'ArrowRight' && !open) acts.toggleOpen(key);
  else if (event.key === 'ArrowLeft' && open) acts.toggleOpen(key);
  else if (event.key === 'ArrowLeft') return goToHeading(key, acts);
  else return event.key === 'ArrowRight';
  return true;
}

function goToHeading<Row>(key: string, { cursor, headingOf }: GridActs<Row>): boolean {
  const heading = headingOf(key);
  if (heading === null) return false;
  cursor.set({ rowKey: heading, columnId: null });
  return true;
}

function pressInRow<Row>(event: KeyboardEvent, rowKey: string, acts: GridActs<Row>): boolean {
  if (groupIdOf(rowKey) !== null) return pressInGroup(event, rowKey, acts);
  const row = acts.rowOf(rowKey);
  if (row === undefined) return false;
  if (event.key === 'Enter' && acts.onOpen !== undefined) acts.onOpen(row);
  else if (event.key === ' ' && acts.toggleSelected !== undefined) acts.toggleSelected(rowKey);
  else if (event.key === 'ArrowLeft' && acts.cursor.get().columnId === null) return goToHeading(rowKey, acts);
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
    // A selection made with the mouse is copied by the browser.
    if (window.getSelection()?.isCollapsed === false) return false;
    void copyText(copiedText(row, acts.layout.columns, acts.cursor.get().columnId));
  } else return false;
  return true;
}

export function useGridKeys<Row>(acts: GridActs<Row>): (event: KeyboardEvent) => void {
  return (event) => {
    // Buttons and menus inside of cells keep their keys.
    if (event.target !== event.currentTarget || event.altKey) return;
    const { rowKey, columnId } = acts.cursor.get();
    const inHeader = rowKey === headerRow && columnId !== null && pressInHeader(event, columnId, acts);
    if (inHeader || (rowKey !== null && rowKey !== headerRow && pressInRow(event, rowKey, acts))) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isMove(event.key)) return;
    event.preventDefault();
    acts.move(event.key);
  };
}
