/**
 * The one table: virtual rows, a cursor that keyboards and mice share, selection, sort, column layout.
 *
 * `<Grid label="Incidents" rows={incidents} rowKey={(row) => row.key} columns={columns} cursor={cursor}
 *        sort={sort} onSort={…} onOpen={…} selection={keys} onSelection={…} storageKey="incidents" empty={<EmptyState …/>} />`
 *
 * - `rows` is a plain array, already filtered and sorted; `rows={undefined}` draws skeletons. `columns` must be a stable array.
 * - One tab stop: the grid has the focus and names the active row or cell. Arrows, Home, End, PageUp, PageDown move,
 *   Enter opens, Space selects, Ctrl+C copies the cell or row. In the header (ArrowUp from the first row) Enter sorts and
 *   Shift+arrows resize. With `letterKeys` also j, k, o, x and y, from anywhere on the page.
 * - `cursor` (createGridCursor) belongs to the caller, who may subscribe; it holds row keys, so it stays when rows move.
 */
'use client';
import { type MouseEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { GridColumn, GridSort } from '@/components/grid/grid-column';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';
import { GridHeader } from '@/components/grid/grid-header';
import { cellId, GridRow, rowId } from '@/components/grid/grid-row';
import { GridSkeleton } from '@/components/grid/grid-skeleton';
import { type GridKey, moveCursor } from '@/components/grid/move-cursor';
import { indexRows } from '@/components/grid/row-index';
import { type ColumnLayout, useColumnLayout } from '@/components/grid/use-column-layout';
import { useGridKeys } from '@/components/grid/use-grid-keys';
import { useGridLetters } from '@/components/grid/use-grid-letters';
import { useRowHeight } from '@/components/grid/use-row-height';
import { useRowWindow } from '@/components/grid/use-row-window';

const headerPx = 32;

export type GridProps<Row> = {
  label: string;
  rows: readonly Row[] | undefined;
  rowKey: (row: Row, index: number) => string;
  columns: readonly GridColumn<Row>[];
  cursor: GridCursor;
  sort?: GridSort | null;
  /** The header of a sortable column was chosen; the caller decides the direction and sorts. */
  onSort?: (columnId: string) => void;
  onOpen?: (row: Row) => void;
  /** A button with `data-edit="…"` inside of a row was pressed. */
  onEdit?: (row: Row, what: string) => void;
  selection?: ReadonlySet<string>;
  onSelection?: (keys: ReadonlySet<string>) => void;
  storageKey?: string;
  /** From `useColumnLayout`, when something outside of the grid needs it too; without it the grid keeps its own. */
  layout?: ColumnLayout<Row>;
  letterKeys?: boolean;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** Given the column layout: for a columns menu outside of the grid. */
  toolbar?: (layout: ColumnLayout<Row>) => ReactNode;
};

export function Grid<Row>({ layout, ...props }: GridProps<Row>) {
  return layout === undefined ? <OwnLayoutGrid {...props} /> : <LaidOutGrid {...props} layout={layout} />;
}

function OwnLayoutGrid<Row>(props: GridProps<Row>) {
  const layout = useColumnLayout(props.columns, props.storageKey);
  return <LaidOutGrid {...props} layout={layout} />;
}

function LaidOutGrid<Row>(props: GridProps<Row> & { layout: ColumnLayout<Row> }) {
  const { label, rows, rowKey, layout, cursor, sort = null, onSort, onOpen, selection, onSelection, empty } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const lastIndex = useRef(0);
  const rowHeight = useRowHeight();
  const rowList = useMemo(() => rows ?? [], [rows]);
  const index = useMemo(() => indexRows(rowList, rowKey), [rowList, rowKey]);

  const near = useRowWindow(scroller, rowList.length, rowHeight);

  const reveal = (key: string | null) => {
    const element = scroller.current;
    const at = key === null ? -1 : index.indexOf(key);
    if (element === null || at === -1) return;
    lastIndex.current = at;
    const top = at * rowHeight;
    const seen = element.clientHeight - headerPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + seen) element.scrollTop = top + rowHeight - seen;
  };

  const move = (key: GridKey) => {
    const height = scroller.current?.clientHeight ?? 0;
    const pageRows = Math.max(1, Math.floor((height - headerPx) / rowHeight) - 1);
    const columnIds = layout.columns.map((column) => column.id);
    const next = moveCursor(key, cursor.get(), { rowKeys: index, columnIds, pageRows, lastIndex: lastIndex.current });
    cursor.set(next);
    reveal(next.rowKey);
    if (next.columnId !== null && next.rowKey !== null)
      document
        .getElementById(cellId(gridId, next.rowKey, next.columnId))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  // A cursor that came with the address is shown when its row arrives.
  const ready = rows !== undefined;
  const revealFirst = useRef(reveal);
  revealFirst.current = reveal;
  useEffect(() => {
    if (ready) revealFirst.current(cursor.get().rowKey);
  }, [ready, cursor]);

  const rowOf = (key: string): Row | undefined => rowList[index.indexOf(key)];
  const toggleSelected =
    selection === undefined || onSelection === undefined
      ? undefined
      : (key: string) => {
          const next = new Set(selection);
          if (!next.delete(key)) next.add(key);
          onSelection(next);
        };
  const acts = { cursor, layout, rowOf, move, onOpen, onSort, toggleSelected };
  const onKeyDown = useGridKeys(acts);
  useGridLetters(label, acts, props.letterKeys === true, () => table.current?.focus({ preventScroll: true }));

  // The active row is named on the element itself: no repaint of the grid when the cursor moves.
  useEffect(() => {
    const name = () => {
      const { rowKey: key, columnId } = cursor.get();
      const id = key === null ? null : columnId === null ? rowId(gridId, key) : cellId(gridId, key, columnId);
      // A row far outside of the window is not drawn, and a name that leads nowhere is worse than none.
      if (id === null || document.getElementById(id) === null) table.current?.removeAttribute('aria-activedescendant');
      else table.current?.setAttribute('aria-activedescendant', id);
      const at = key === null || key === headerRow ? -1 : index.indexOf(key);
      if (at !== -1) lastIndex.current = at;
    };
    name();
    return cursor.subscribe(name);
  }, [cursor, gridId, index]);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null) return;
    const edit = target.closest<HTMLElement>('[data-edit]')?.dataset.edit;
    if (edit === undefined && target.closest('button, a, input') !== null) return;
    const sortBy = target.closest<HTMLElement>('[data-sort]')?.dataset.sort;
    if (sortBy !== undefined) onSort?.(sortBy);
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key === undefined) return;
    if (event.ctrlKey || event.metaKey) toggleSelected?.(key);
    cursor.set({ rowKey: key, columnId: null });
    const row = rowOf(key);
    if (edit !== undefined && row !== undefined) props.onEdit?.(row, edit);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
    const row = key === undefined ? undefined : rowOf(key);
    if (row !== undefined) onOpen?.(row);
  };

  const style = { '--grid-columns': layout.template, minWidth: layout.totalWidth };
  return (
    <>
      {props.toolbar?.(layout)}
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto">
        <table
          ref={table}
          role="grid"
          aria-label={label}
          aria-rowcount={rows === undefined ? -1 : rowList.length + 1}
          aria-colcount={layout.columns.length}
          aria-multiselectable={toggleSelected === undefined ? undefined : true}
          aria-busy={rows === undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          style={style}
          className="block outline-none"
        >
          <GridHeader layout={layout} cursor={cursor} gridId={gridId} sort={sort} onSort={onSort} />
          <tbody className="relative block" style={{ height: rowList.length * rowHeight }}>
            {rowList.slice(near.start, near.end).map((row, offset) => {
              const at = near.start + offset;
              const key = rowKey(row, at);
              return (
                <GridRow
                  key={key}
                  row={row}
                  rowKey={key}
                  index={at}
                  top={at * rowHeight}
                  columns={layout.columns}
                  cursor={cursor}
                  gridId={gridId}
                  selected={selection?.has(key) === true}
                  selectable={toggleSelected !== undefined}
                />
              );
            })}
          </tbody>
        </table>
        {rows === undefined ? <GridSkeleton columns={layout.columns} template={layout.template} /> : null}
        {rows !== undefined && rowList.length === 0 ? <div className="sticky left-0">{empty}</div> : null}
      </div>
    </>
  );
}
