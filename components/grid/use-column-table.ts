/**
 * The columns of a grid as a TanStack table: their definitions, order, visibility, widths, pinning and what is sorted by.
 * What is kept of it is the analyst's choice (see column-choice.ts), which the table is given and tells its changes to.
 * Rows never enter it: they are windowed, grouped and held in place elsewhere, and its row models cost more than arrays.
 */
'use client';
import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ColumnChoice } from '@/components/grid/column-choice';
import type { GridColumn, GridSort } from '@/components/grid/grid-column';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});
type NoRow = Record<string, never>;
const noRows: NoRow[] = [];
const defaultMinWidth = 48;

export type ColumnTable = ReactTable<typeof features, NoRow>;

/** Columns that the chosen order does not know stand behind the column that they follow by default. */
function inOrder<Row>(columns: readonly GridColumn<Row>[], order: readonly string[]): string[] {
  const known = new Set(columns.map(({ id }) => id));
  const chosen = new Set(order);
  const result = order.filter((id) => known.has(id));
  for (const [at, { id }] of columns.entries()) {
    if (chosen.has(id)) continue;
    const before = columns[at - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before.id) + 1, 0, id);
  }
  return result;
}

/** The choice in the table's words; each part is the same object while what was chosen of it is. */
function useTableState<Row>(columns: readonly GridColumn<Row>[], choice: ColumnChoice, sort: GridSort | null) {
  const { order, pinned, hidden, widths } = choice;
  const columnOrder = useMemo(() => inOrder(columns, order), [columns, order]);
  const columnPinning = useMemo(
    () => ({
      // Among themselves, pinned columns keep the order of all columns.
      start: pinned.toSorted((left, right) => columnOrder.indexOf(left) - columnOrder.indexOf(right)),
      end: [],
    }),
    [columnOrder, pinned],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const { columnId, direction } = sort ?? {};
  const sorting = useMemo(
    () => (columnId === undefined ? [] : [{ id: columnId, desc: direction === 'descending' }]),
    [columnId, direction],
  );
  return useMemo(
    () => ({ columnOrder, columnPinning, columnVisibility, columnSizing: { ...widths }, sorting }),
    [columnOrder, columnPinning, columnVisibility, widths, sorting],
  );
}

export function useColumnTable<Row>(
  columns: readonly GridColumn<Row>[],
  choice: ColumnChoice,
  sort: GridSort | null,
  change: (part: Partial<ColumnChoice>) => void,
): ColumnTable {
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, header, width, minWidth = defaultMinWidth }): ColumnDef<typeof features, NoRow> => ({
          id,
          header,
          size: width,
          minSize: minWidth,
        }),
      ),
    [columns],
  );
  const state = useTableState(columns, choice, sort);
  return useTable({
    features,
    columns: definitions,
    data: noRows,
    state,
    onColumnOrderChange: (updater) => change({ order: functionalUpdate(updater, state.columnOrder) }),
    onColumnPinningChange: (updater) => change({ pinned: functionalUpdate(updater, state.columnPinning).start }),
    onColumnSizingChange: (updater) => change({ widths: functionalUpdate(updater, state.columnSizing) }),
    onColumnVisibilityChange: (updater) => {
      const visibility = functionalUpdate(updater, state.columnVisibility);
      change({ hidden: Object.keys(visibility).filter((id) => visibility[id] === false) });
    },
  });
}
