/**
 * The one table: virtual rows, a cursor that keyboards and mice share, selection, sort, groups, column layout.
 *
 * `<Grid label="Incidents" rows={incidents} rowKey={(row) => row.key} columns={columns} cursor={cursor}
 *        sort={sort} onSort={…} onOpen={…} selection={keys} onSelection={…} storageKey="incidents" empty={<EmptyState …/>} />`
 *
 * - `rows` is a plain array, already filtered and sorted; `rows={undefined}` draws skeletons. `columns` must be a stable array.
 * - `lines` puts the rows under headings of groups: the table is then a treegrid with levels (WAI-ARIA allows
 *   `aria-level` and `aria-expanded` on rows of a treegrid only). `expansion` shows something beneath a row.
 * - One tab stop: the grid has the focus and names the active row or cell. Arrows, Home, End, PageUp, PageDown move,
 *   Enter opens, Space selects, Ctrl+C copies the cell or row. In the header (ArrowUp from the first row) Enter sorts,
 *   Shift+arrows resize, Ctrl+Shift+arrows move the column and p pins it. With `letterKeys` also j, k, o, x, y, l and h.
 * - `cursor` (createGridCursor) belongs to the caller, who may subscribe; it holds row keys, so it stays when rows move.
 */
'use client';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { GridBody } from '@/components/grid/grid-body';
import type { GridColumn, GridSort } from '@/components/grid/grid-column';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';
import type { GridExpansion } from '@/components/grid/grid-expansion';
import { GridHeader } from '@/components/grid/grid-header';
import type { GridLine } from '@/components/grid/grid-line';
import { cellId, rowId } from '@/components/grid/grid-row';
import { GridSkeleton } from '@/components/grid/grid-skeleton';
import type { GridKey } from '@/components/grid/move-cursor';
import { moveCursor } from '@/components/grid/move-cursor';
import { type ColumnLayout, useColumnLayout } from '@/components/grid/use-column-layout';
import { useGridKeys } from '@/components/grid/use-grid-keys';
import { useGridLetters } from '@/components/grid/use-grid-letters';
import { useGridLines } from '@/components/grid/use-grid-lines';
import { useGridMouse } from '@/components/grid/use-grid-mouse';
import { useGridSelection } from '@/components/grid/use-grid-selection';
import { useRowHeight } from '@/components/grid/use-row-height';
import { useRowWindow } from '@/components/grid/use-row-window';

const headerPx = 32;

export type GridProps<Row> = {
  label: string;
  rows: readonly Row[] | undefined;
  rowKey: (row: Row, index: number) => string;
  columns: readonly GridColumn<Row>[];
  cursor: GridCursor;
  /** The rows under headings; without it each row is a line. */
  lines?: readonly GridLine<Row>[] | undefined;
  /** A heading was pressed; it is given the line's key. */
  onToggleGroup?: (lineKey: string) => void;
  expansion?: GridExpansion<Row> | undefined;
  /** What rows are sorted by, for a grid with a layout of its own. */
  sort?: GridSort | null;
  /** The header of a sortable column was chosen; the caller decides the direction and sorts. */
  onSort?: (columnId: string) => void;
  onOpen?: (row: Row) => void;
  /** A row was pressed once; the cursor is on it already. */
  onPress?: (row: Row) => void;
  /** A button with `data-edit="…"` inside of a row was pressed. */
  onEdit?: (row: Row, what: string) => void;
  /** Told when the grid is scrolled away from its top, and when it is back. */
  onTop?: (atTop: boolean) => void;
  selection?: ReadonlySet<string>;
  onSelection?: (keys: ReadonlySet<string>) => void;
  storageKey?: string;
  /** From `useColumnLayout`, when something outside of the grid needs it too; without it the grid keeps its own. */
  layout?: ColumnLayout<Row>;
  /** One column instead of all, for narrow screens: the header is then only read aloud. */
  card?: GridColumn<Row> | undefined;
  cardHeightPx?: number;
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
  const layout = useColumnLayout(props.columns, props.sort ?? null, props.storageKey);
  return <LaidOutGrid {...props} layout={layout} />;
}

function LaidOutGrid<Row>(props: GridProps<Row> & { layout: ColumnLayout<Row> }) {
  const { label, rows, layout, cursor, onSort, onOpen, expansion, card, empty } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const lastIndex = useRef(0);
  const density = useRowHeight();
  const rowHeight = card === undefined ? density : (props.cardHeightPx ?? density);
  const columns = useMemo(() => (card === undefined ? layout.columns : [card]), [card, layout.columns]);
  const model = useGridLines(props, rowHeight);
  const { lines, index, places, isOpen } = model;
  const near = useRowWindow(scroller, lines, places, props.onTop);

  const reveal = (key: string | null) => {
    const element = scroller.current;
    const at = key === null ? -1 : index.indexOf(key);
    if (element === null || at === -1) return;
    lastIndex.current = at;
    const top = places.topOf(at);
    const seen = element.clientHeight - (card === undefined ? headerPx : 0);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + seen) element.scrollTop = top + rowHeight - seen;
  };

  const move = (key: GridKey) => {
    const height = scroller.current?.clientHeight ?? 0;
    const pageRows = Math.max(1, Math.floor((height - headerPx) / rowHeight) - 1);
    const columnIds = columns.map((column) => column.id);
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

  const { toggleSelected, selectTo } = useGridSelection(props, model, cursor);
  const toggleOpen = (key: string) => {
    if (isOpen(key) === undefined) return;
    if (lines[index.indexOf(key)]?.kind === 'group') props.onToggleGroup?.(key);
    else expansion?.onToggle(key);
  };
  const acts = { cursor, layout, move, onOpen, onSort, toggleSelected, toggleOpen, ...model };
  const onKeyDown = useGridKeys(acts);
  const opens = expansion !== undefined ? 'what is beneath' : props.lines !== undefined ? 'the group' : undefined;
  useGridLetters(label, acts, props.letterKeys === true, opens, () => table.current?.focus({ preventScroll: true }));
  const mouse = useGridMouse({ ...acts, onPress: props.onPress, onEdit: props.onEdit, selectTo });

  // The active row is named on the element itself: no repaint of the grid when the cursor moves. Where it jumped to is
  // drawn a moment later, and named then.
  useEffect(() => {
    const name = () => {
      const { rowKey: key, columnId } = cursor.get();
      const at = key === null || key === headerRow ? -1 : index.indexOf(key);
      if (at !== -1) lastIndex.current = at;
      // A row far outside of the window is not drawn, and a name that leads nowhere is worse than none.
      const drawn = key === headerRow || (at >= near.start && at < near.end);
      // A heading has no columns.
      const ids =
        key === null || !drawn ? [] : [columnId === null ? '' : cellId(gridId, key, columnId), rowId(gridId, key)];
      const id = ids.find((candidate) => document.getElementById(candidate) !== null);
      if (id === undefined) table.current?.removeAttribute('aria-activedescendant');
      else table.current?.setAttribute('aria-activedescendant', id);
    };
    name();
    return cursor.subscribe(name);
  }, [cursor, gridId, index, near]);

  const template = card === undefined ? layout.template : 'minmax(0, 1fr)';
  const style = {
    '--grid-columns': template,
    '--row-height': `${rowHeight}px`,
    ...layout.pinOffsets,
    ...(card === undefined ? { minWidth: layout.totalWidth } : {}),
  };
  const tree = props.lines !== undefined;
  const semantics = {
    role: tree ? 'treegrid' : 'grid',
    tabIndex: 0,
    'aria-multiselectable': toggleSelected === undefined ? undefined : true,
  };
  return (
    <>
      {props.toolbar?.(layout)}
      <div ref={scroller} className="@container relative min-h-0 flex-1 overflow-auto [overflow-anchor:none]">
        <table
          ref={table}
          {...semantics}
          aria-label={label}
          aria-rowcount={rows === undefined ? -1 : lines.length + places.tallBefore(lines.length) + 1}
          aria-colcount={columns.length}
          aria-busy={rows === undefined}
          onKeyDown={onKeyDown}
          {...mouse}
          style={style}
          className="block outline-none"
        >
          {card === undefined ? (
            <GridHeader layout={layout} cursor={cursor} gridId={gridId} onSort={onSort} />
          ) : (
            <thead className="sr-only">
              <tr aria-rowindex={1}>
                <th scope="col">{card.header}</th>
              </tr>
            </thead>
          )}
          <GridBody
            {...{ lines, places, near, columns, cursor, gridId, tree, expansion }}
            pinned={card === undefined ? layout.pinned : 0}
            selection={props.selection}
            selectable={toggleSelected !== undefined}
          />
        </table>
        {rows === undefined ? <GridSkeleton columns={columns} template={template} /> : null}
        {rows !== undefined && lines.length === 0 ? <div className="sticky left-0">{empty}</div> : null}
      </div>
    </>
  );
}
