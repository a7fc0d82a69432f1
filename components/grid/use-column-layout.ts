/**
 * Widths, order, visibility and pinning of columns as rows and headers need them, derived from the table of columns and
 * remembered per `storageKey`.
 */
'use client';
import { useEffect, useMemo, useState } from 'react';
import { type ColumnChoice, defaultChoice, movedTo } from '@/components/grid/column-choice';
import { recallColumns, rememberColumns } from '@/components/grid/column-memory';
import type { GridColumn, GridSort } from '@/components/grid/grid-column';
import { useColumnTable } from '@/components/grid/use-column-table';

export type ColumnLayout<Row> = {
  /** Visible columns in their order, pinned ones first. */
  columns: readonly GridColumn<Row>[];
  /** All columns in their order, for the columns menu. */
  all: readonly { column: GridColumn<Row>; visible: boolean; pinned: boolean }[];
  /** How many of `columns` are pinned. */
  pinned: number;
  /** `grid-template-columns` of every row. */
  template: string;
  /** `--pin-0`, `--pin-1` …: where each pinned column stands, for the table's style. */
  pinOffsets: Readonly<Record<`--pin-${number}`, string>>;
  /** Sum of widths in pixels: below it the grid scrolls sideways. */
  totalWidth: number;
  widthOf: (columnId: string) => number;
  /** Which way rows are sorted by a column; null when they are not. */
  sortedBy: (columnId: string) => GridSort['direction'] | null;
  resize: (columnId: string, width: number) => void;
  toggle: (columnId: string) => void;
  pin: (columnId: string) => void;
  /** One place to the left (-1) or right (1). */
  shift: (columnId: string, by: -1 | 1) => void;
  /** To where another column stands. */
  moveTo: (columnId: string, target: string) => void;
  reset: () => void;
  /** What was chosen so far, for a saved view; null while everything is as by default. */
  choice: ColumnChoice | null;
  /** Takes over a saved choice; null is the default. */
  restore: (choice: ColumnChoice | null) => void;
};

const directions = { asc: 'ascending', desc: 'descending' } as const;

/** `given` (e.g. a saved view's) goes before what was remembered. */
export function useColumnLayout<Row>(
  columns: readonly GridColumn<Row>[],
  sort: GridSort | null,
  storageKey?: string,
  given: ColumnChoice | null = null,
): ColumnLayout<Row> {
  const [chosen, setChosen] = useState<ColumnChoice | null>(null);
  // Only after the first paint: the server has no memory, and both must draw the same.
  useEffect(() => setChosen(given ?? recallColumns(storageKey)), [storageKey, given]);
  const choice = useMemo(() => chosen ?? defaultChoice(columns), [chosen, columns]);
  const set = (next: ColumnChoice | null) => {
    setChosen(next);
    rememberColumns(storageKey, next);
  };
  const table = useColumnTable(columns, choice, sort, (part) => set({ ...choice, ...part }));
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  // The table gives the same arrays while the same columns are shown, so that rows stay as they are while a width is dragged.
  const [pinned, others] = [table.getStartVisibleLeafColumns(), table.getCenterVisibleLeafColumns()];
  const visible = useMemo(() => [...pinned, ...others], [pinned, others]);
  const shown = useMemo(() => visible.flatMap(({ id }) => byId.get(id) ?? []), [visible, byId]);
  const ordered = [...table.getStartLeafColumns(), ...table.getCenterLeafColumns()];
  const ids = ordered.map(({ id }) => id);
  const moveTo = (columnId: string, target: string) =>
    table.setColumnOrder([...movedTo(choice, ids, columnId, target).order]);
  return {
    columns: shown,
    all: ordered.flatMap((own) => {
      const column = byId.get(own.id);
      return column === undefined
        ? []
        : [{ column, visible: own.getIsVisible(), pinned: own.getIsPinned() === 'start' }];
    }),
    pinned: pinned.length,
    template: visible
      .map((own) =>
        // A column that grew would push those that are pinned behind it out of their places.
        byId.get(own.id)?.grow === true && choice.widths[own.id] === undefined && own.getIsPinned() === false
          ? `minmax(${own.getSize()}px, 1fr)`
          : `${own.getSize()}px`,
      )
      .join(' '),
    pinOffsets: Object.fromEntries(pinned.map((own, at) => [`--pin-${at}`, `${own.getStart('start')}px`])),
    totalWidth: visible.reduce((sum, own) => sum + own.getSize(), 0),
    widthOf: (columnId) => table.getColumn(columnId)?.getSize() ?? 0,
    sortedBy: (columnId) => {
      const sorted = table.getColumn(columnId)?.getIsSorted();
      return sorted === undefined || sorted === false ? null : directions[sorted];
    },
    resize: (columnId, width) => table.setColumnSizing((before) => ({ ...before, [columnId]: Math.round(width) })),
    toggle: (columnId) => table.getColumn(columnId)?.toggleVisibility(),
    pin: (columnId) => {
      const own = table.getColumn(columnId);
      own?.pin(own.getIsPinned() === false ? 'start' : false);
    },
    shift: (columnId, by) => {
      const target = ids[ids.indexOf(columnId) + by];
      if (target !== undefined) moveTo(columnId, target);
    },
    moveTo,
    reset: () => set(null),
    choice: chosen,
    restore: set,
  };
}
