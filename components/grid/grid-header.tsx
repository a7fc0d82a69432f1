/** The header row: names, sort, the handles that resize, and columns that can be dragged. Reached from the first row by ArrowUp. */
'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type DragEvent, memo, type PointerEvent, useSyncExternalStore } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';
import { cellId, pinStyle } from '@/components/grid/grid-row';
import type { ColumnLayout } from '@/components/grid/use-column-layout';

function ResizeHandle<Row>({ column, layout }: { column: GridColumn<Row>; layout: ColumnLayout<Row> }) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const from = event.clientX;
    // What is on the screen, because a growing column is wider than its width.
    const width = handle.parentElement?.getBoundingClientRect().width ?? layout.widthOf(column.id);
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) =>
      layout.resize(column.id, Math.max(column.minWidth ?? 48, width + moved.clientX - from));
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  return (
    <span
      aria-hidden
      onPointerDown={start}
      // Dragging the handle must not drag the column.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      className="absolute inset-y-0 right-0 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line hover:after:inset-y-0 hover:after:bg-accent"
    />
  );
}

const dragType = 'application/x-onequeue-column';

/** A column's name that is dragged onto another takes its place. */
function dragActs<Row>(column: GridColumn<Row>, layout: ColumnLayout<Row>) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, column.id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const dragged = event.dataTransfer.getData(dragType);
      if (dragged === '') return;
      event.preventDefault();
      layout.moveTo(dragged, column.id);
    },
  };
}

function PlainGridHeader<Row>({
  layout,
  cursor,
  gridId,
  onSort,
}: {
  layout: ColumnLayout<Row>;
  cursor: GridCursor;
  gridId: string;
  onSort: ((columnId: string) => void) | undefined;
}) {
  const read = () => {
    const place = cursor.get();
    return place.rowKey === headerRow ? place.columnId : null;
  };
  const here = useSyncExternalStore(cursor.subscribe, read, read);
  return (
    <thead className="sticky top-0 z-20 block">
      <tr
        aria-rowindex={1}
        className="grid h-8 grid-cols-(--grid-columns) items-center border-b bg-panel text-muted text-small"
      >
        {layout.columns.map((column, at) => {
          const sorted = layout.sortedBy(column.id);
          const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown;
          const canSort = onSort !== undefined && column.sortable === true;
          return (
            <th
              key={column.id}
              scope="col"
              id={cellId(gridId, headerRow, column.id)}
              aria-colindex={at + 1}
              aria-sort={sorted ?? (canSort ? 'none' : undefined)}
              title={column.hint}
              style={pinStyle(at, layout.pinned)}
              {...dragActs(column, layout)}
              className={clsx(
                'flex h-full min-w-0 items-center font-normal',
                at < layout.pinned ? 'sticky z-10 bg-panel' : 'relative',
                at === layout.pinned - 1 && 'border-r',
                here === column.id && 'outline-2 outline-accent -outline-offset-2',
              )}
            >
              <span
                data-sort={canSort ? column.id : undefined}
                className={clsx(
                  'flex h-full min-w-0 flex-1 items-center gap-1 px-2 select-none',
                  at === 0 && 'pl-4',
                  column.align === 'end' && 'flex-row-reverse',
                  canSort && 'hover:text-ink',
                  sorted !== null && 'text-ink',
                )}
              >
                <span className="truncate">{column.header}</span>
                {sorted === null ? null : <Arrow aria-hidden className="size-3 shrink-0" />}
              </span>
              <ResizeHandle column={column} layout={layout} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Not drawn anew in each frame of a scroll. As with `GridRow`, `memo` forgets that the component is generic. */
export const GridHeader = memo(PlainGridHeader) as typeof PlainGridHeader;
