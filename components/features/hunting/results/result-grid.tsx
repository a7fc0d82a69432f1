'use client';
/** An answer as a table: sort, find, inspect, filter by a value. What every table does is in components/grid. */
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Grid } from '@/components/grid/grid';
import type { GridSort } from '@/components/grid/grid-column';
import { createGridCursor } from '@/components/grid/grid-cursor';
import { useRowHeight } from '@/components/grid/use-row-height';
import { EmptyState } from '@/components/ui/empty-state';
import { usePreferences } from '@/components/ui/preferences-provider';
import { SplitPane } from '@/components/ui/split-pane';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { CellMenu, type OpenCell } from './cell-menu';
import { FindBar } from './find-bar';
import { InspectPane } from './inspect-pane';
import { WantedText } from './result-cell';
import { resultColumns } from './result-columns';
import { ResultHeader } from './result-header';
import { type Found, nextSort, type ResultRow, sortRows, toRows } from './result-rows';
import { findCell, showCell } from './show-cell';
import { type CellPlace, useCellActs } from './use-cell-acts';
import { useFind } from './use-find';

const keyOf = (row: ResultRow) => String(row.place);
const signatureOf = ({ columns }: ResultTable) => columns.map(({ name }) => name).join('\n');

function useResultRows(table: ResultTable) {
  const [{ zone }] = usePreferences();
  const [sort, setSort] = useState<GridSort | null>(null);
  const columns = useMemo(() => resultColumns(table, zone), [table, zone]);
  const answered = useMemo(() => toRows(table), [table]);
  const rows = useMemo(() => sortRows(answered, table.columns, sort), [answered, table.columns, sort]);
  return { zone, columns, answered, rows, sort, setSort };
}

export function ResultGrid({ table, onFilter }: { table: ResultTable; onFilter: (line: string) => void }) {
  const { zone, columns, answered, rows, sort, setSort } = useResultRows(table);
  const [inspecting, setInspecting] = useState(false);
  const [openCell, setOpenCell] = useState<OpenCell | null>(null);
  const [cursor] = useState(() => createGridCursor());
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const cursorKey = useSyncExternalStore(
    cursor.subscribe,
    () => cursor.get().rowKey,
    () => null,
  );
  const inspected = inspecting ? (answered[Number(cursorKey ?? 0)] ?? answered[0]) : undefined;

  const grid = () => box.current?.querySelector<HTMLElement>('[role="grid"]') ?? null;
  const inspect = useCallback(() => setInspecting(true), []);
  const backToGrid = (change: () => void) => () => {
    change();
    grid()?.focus();
  };
  const show = ({ row, columnId }: Found) => {
    const found = rows[row];
    const element = grid();
    if (found === undefined || element === null) return;
    showCell(element, cursor, { rowKey: keyOf(found), columnId, index: row, rowHeight });
  };
  const find = useFind(rows, table.columns, zone, show);

  const openMenu = ({ rowKey, columnId, element }: CellPlace) => {
    const row = answered[Number(rowKey)];
    const at = table.columns.findIndex((column) => column.name === columnId);
    const column = table.columns[at];
    if (row === undefined || column === undefined) return;
    const { left, bottom } = element.getBoundingClientRect();
    cursor.set({ rowKey, columnId });
    setOpenCell({ column, value: row.cells[at] ?? null, row: row.cells, columns: table.columns, left, top: bottom });
  };
  const openAtCursor = (row: ResultRow) => {
    const { columnId } = cursor.get();
    const element = columnId === null ? null : findCell(grid(), keyOf(row), columnId);
    if (columnId === null || element === null) inspect();
    else openMenu({ rowKey: keyOf(row), columnId, element });
  };
  const acts = useCellActs({
    box,
    cursor,
    onMenu: openMenu,
    onInspect: inspect,
    onFind: find.open,
    onEscape: () => (find.isOpen ? find.close() : setInspecting(false)),
  });

  const list = (
    <div ref={box} role="presentation" className="flex min-h-0 min-w-0 flex-1 flex-col" {...acts}>
      <WantedText.Provider value={find.searched}>
        <Grid
          key={signatureOf(table)}
          label="Results"
          rows={rows}
          rowKey={keyOf}
          columns={columns}
          cursor={cursor}
          sort={sort}
          onSort={(columnId) => setSort((before) => nextSort(before, columnId))}
          onOpen={openAtCursor}
          letterKeys
          empty={<EmptyState title="No rows">The query is right and nothing matches it.</EmptyState>}
          toolbar={(layout) => (
            <>
              <ResultHeader
                table={table}
                rows={rows}
                layout={layout}
                inspecting={inspecting}
                onFind={find.open}
                onInspect={() => setInspecting((before) => !before)}
              />
              {find.isOpen ? <FindBar {...find} onClose={backToGrid(find.close)} /> : null}
            </>
          )}
        />
      </WantedText.Provider>
      <CellMenu
        cell={openCell}
        onFilter={onFilter}
        onInspect={inspect}
        onClosed={backToGrid(() => setOpenCell(null))}
      />
    </div>
  );
  return (
    <SplitPane
      id="hunting-inspect"
      direction="row"
      label="row details"
      fixed="second"
      size={380}
      min={260}
      first={list}
      second={
        inspected === undefined ? null : (
          <InspectPane
            inspected={{ columns: table.columns, row: inspected.cells, place: inspected.place }}
            onClose={backToGrid(() => setInspecting(false))}
          />
        )
      }
    />
  );
}
