/** One row. Memoised, and it listens to the cursor itself: a moved cursor repaints the row that it left and the one it reached. */
'use client';
import clsx from 'clsx';
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import type { GridCursor } from '@/components/grid/grid-cursor';

type GridRowProps<Row> = {
  row: Row;
  rowKey: string;
  index: number;
  top: number;
  columns: readonly GridColumn<Row>[];
  cursor: GridCursor;
  gridId: string;
  selected: boolean;
  selectable: boolean;
};

export function rowId(gridId: string, rowKey: string): string {
  return `${gridId}-row-${rowKey}`;
}

export function cellId(gridId: string, rowKey: string, columnId: string): string {
  return `${gridId}-cell-${rowKey}-${columnId}`;
}

/** The column under the cursor when the cursor is in this row, `''` for the whole row, null elsewhere. */
function useCursorIn(cursor: GridCursor, rowKey: string): string | null {
  const read = () => {
    const place = cursor.get();
    return place.rowKey === rowKey ? (place.columnId ?? '') : null;
  };
  return useSyncExternalStore(cursor.subscribe, read, read);
}

function PlainGridRow<Row>(props: GridRowProps<Row>): ReactNode {
  const { row, rowKey, index, top, columns, cursor, gridId, selected, selectable } = props;
  const here = useCursorIn(cursor, rowKey);
  return (
    <tr
      id={rowId(gridId, rowKey)}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-key={rowKey}
      data-cursor={here !== null}
      style={{ top }}
      className={clsx(
        'absolute right-0 left-0 grid h-(--row-height) grid-cols-(--grid-columns) items-center border-b',
        here === null ? 'hover:bg-hover' : 'bg-selected shadow-[inset_2px_0_0_var(--accent)]',
        selected && here === null && 'bg-pressed',
        // A selected row under the cursor needs a mark of its own.
        selected &&
          'before:absolute before:top-1/2 before:left-1 before:size-1.5 before:-translate-y-1/2 before:rounded-round before:bg-accent forced-colors:before:bg-[Highlight]',
      )}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          id={cellId(gridId, rowKey, column.id)}
          aria-colindex={at + 1}
          data-column={column.id}
          className={clsx(
            'flex h-full min-w-0 items-center overflow-hidden px-2 whitespace-nowrap',
            at === 0 && 'pl-4',
            column.align === 'end' && 'justify-end',
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
