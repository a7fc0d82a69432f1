/** One row, drawn in an element that has been another row's. Memoised, and it listens to the cursor itself: a moved cursor repaints the row that it left and the one it reached. */
'use client';
import clsx from 'clsx';
import { type CSSProperties, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import type { GridCursor } from '@/components/grid/grid-cursor';
import { useCursorIn } from '@/components/grid/use-cursor-in';

type GridRowProps<Row> = {
  row: Row;
  rowKey: string;
  /** Of the row itself among all rows, headings and what is open beneath them; from 0. */
  ariaIndex: number;
  columns: readonly GridColumn<Row>[];
  /** How many columns at the start stay in place. */
  pinned: number;
  cursor: GridCursor;
  gridId: string;
  selected: boolean;
  selectable: boolean;
  /** In a tree: under how many headings the row stands, plus one. */
  level: number | undefined;
  /** Whether something is shown beneath it; undefined when nothing can be. */
  open: boolean | undefined;
};

export function rowId(gridId: string, rowKey: string): string {
  return `${gridId}-row-${rowKey}`;
}

export function cellId(gridId: string, rowKey: string, columnId: string): string {
  return `${gridId}-cell-${rowKey}-${columnId}`;
}

/** The place of a pinned column; the offsets are variables of the table, so that dragging a width repaints no row. */
export function pinStyle(at: number, pinned: number): CSSProperties | undefined {
  return at < pinned ? { left: `var(--pin-${at})` } : undefined;
}

function PlainGridRow<Row>(props: GridRowProps<Row>): ReactNode {
  const { row, rowKey, ariaIndex, columns, pinned, cursor, gridId, selected, selectable, level, open } = props;
  const here = useCursorIn(cursor, rowKey);
  const element = useRef<HTMLTableRowElement>(null);
  const drawnKey = useRef(rowKey);
  useLayoutEffect(() => {
    if (drawnKey.current === rowKey) return;
    drawnKey.current = rowKey;
    // A button that had the focus is another row's now, and its Enter must not act on that one.
    if (element.current?.contains(document.activeElement) === true)
      element.current.closest('table')?.focus({ preventScroll: true });
  }, [rowKey]);
  return (
    <tr
      ref={element}
      id={rowId(gridId, rowKey)}
      aria-rowindex={ariaIndex + 2}
      aria-selected={selectable ? selected : undefined}
      aria-level={level}
      aria-expanded={level === undefined ? undefined : open}
      data-key={rowKey}
      data-cursor={here !== null}
      className={clsx(
        // What is in a row concerns no other row: the browser then lays out and paints each for itself. And no row has a
        // style of its own, such as its place: Chromium keeps a computed style of each cell for each style of its row,
        // and searches them all.
        'relative grid h-(--row-height) grid-cols-(--grid-columns) border-b contain-strict',
        here !== null
          ? 'bg-selected shadow-[inset_2px_0_0_var(--accent)]'
          : selected
            ? 'bg-pressed'
            : 'bg-canvas hover:bg-hover',
        // A selected row under the cursor needs a mark of its own.
        selected &&
          'before:absolute before:top-1/2 before:left-1 before:z-10 before:size-1.5 before:-translate-y-1/2 before:rounded-round before:bg-accent forced-colors:before:bg-[Highlight]',
      )}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          id={cellId(gridId, rowKey, column.id)}
          aria-colindex={at + 1}
          data-column={column.id}
          style={pinStyle(at, pinned)}
          className={clsx(
            'h-full min-w-0 overflow-clip px-2 whitespace-nowrap',
            column.box === true ? 'flex items-center' : 'block text-ellipsis [line-height:var(--row-height)]',
            at === 0 && 'pl-4',
            at < pinned && 'sticky z-[5] bg-inherit',
            at === pinned - 1 && 'border-r',
            at === 0 && at < pinned && here !== null && 'shadow-[inset_2px_0_0_var(--accent)]',
            column.align === 'end' && 'text-right',
            column.tone === 'muted' && 'text-muted',
            column.mono === true && 'font-mono text-[12px]',
            here === column.id && 'outline-2 outline-accent -outline-offset-2',
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** `memo` forgets that a component is generic; its props and its result are the same, so the signature is put back. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
