/**
 * Widths, order and visibility of columns, kept by TanStack Table and remembered per `storageKey`.
 * Rows never enter the table: at 10,000 and more, its row models cost four times a plain array.
 */
'use client';
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature });
const noRows: never[] = [];

type Remembered = { sizing: Record<string, number>; order: string[]; visibility: Record<string, boolean> };

export type ColumnLayout<Row> = {
  /** Visible columns in their order. */
  columns: readonly GridColumn<Row>[];
  /** All columns in their order, for the columns menu. */
  all: readonly { column: GridColumn<Row>; visible: boolean }[];
  /** `grid-template-columns` of every row. */
  template: string;
  /** Sum of widths in pixels: below it the grid scrolls sideways. */
  totalWidth: number;
  widthOf: (columnId: string) => number;
  resize: (columnId: string, width: number) => void;
  toggle: (columnId: string) => void;
  /** One place to the left (-1) or right (1). */
  shift: (columnId: string, by: -1 | 1) => void;
  reset: () => void;
};

function isRemembered(value: unknown): value is Remembered {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sizing' in value &&
    typeof value.sizing === 'object' &&
    'order' in value &&
    Array.isArray(value.order) &&
    'visibility' in value &&
    typeof value.visibility === 'object'
  );
}

function recall(storageKey: string | undefined): Remembered | null {
  if (storageKey === undefined || typeof window === 'undefined') return null;
  const text = window.localStorage.getItem(`grid-${storageKey}`);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRemembered(value) ? value : null;
  } catch {
    // Somebody else wrote there; the default layout is a fine answer.
    return null;
  }
}

function defaultsOf<Row>(columns: readonly GridColumn<Row>[]): Remembered {
  return {
    sizing: {},
    order: columns.map(({ id }) => id),
    visibility: Object.fromEntries(columns.filter(({ hidden }) => hidden === true).map(({ id }) => [id, false])),
  };
}

export function useColumnLayout<Row>(columns: readonly GridColumn<Row>[], storageKey?: string): ColumnLayout<Row> {
  const [chosen, setChosen] = useState<Remembered | null>(null);
  // Only after the first paint: the server has no memory, and both must draw the same.
  useEffect(() => setChosen(recall(storageKey)), [storageKey]);
  const state = useMemo(() => chosen ?? defaultsOf(columns), [chosen, columns]);
  const definitions = useMemo(
    () => columns.map(({ id, width, minWidth = 48 }) => ({ id, size: width, minSize: minWidth, maxSize: 1_600 })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnSizing: state.sizing, columnOrder: state.order, columnVisibility: state.visibility },
  });
  const change = (part: Partial<Remembered>) => {
    const next = { ...state, ...part };
    setChosen(next);
    if (storageKey !== undefined) window.localStorage.setItem(`grid-${storageKey}`, JSON.stringify(next));
  };
  const ordered = table
    .getAllLeafColumns()
    .toSorted((left, right) => placeOf(left.id, state.order) - placeOf(right.id, state.order));
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const all = ordered.flatMap((tableColumn) => {
    const column = byId.get(tableColumn.id);
    return column === undefined ? [] : [{ column, visible: tableColumn.getIsVisible(), width: tableColumn.getSize() }];
  });
  const visible = all.filter((entry) => entry.visible);
  const signature = visible.map(({ column }) => column.id).join('\n');
  // The same array while the same columns are shown, so that rows stay memoised while a width is dragged.
  const shown = useMemo(() => signature.split('\n').flatMap((id) => byId.get(id) ?? []), [signature, byId]);
  const template = visible
    .map(({ column, width }) =>
      column.grow === true && state.sizing[column.id] === undefined ? `minmax(${width}px, 1fr)` : `${width}px`,
    )
    .join(' ');
  return {
    columns: shown,
    all,
    template,
    totalWidth: visible.reduce((sum, { width }) => sum + width, 0),
    widthOf: (columnId) => all.find(({ column }) => column.id === columnId)?.width ?? 0,
    resize: (columnId, width) => change({ sizing: { ...state.sizing, [columnId]: Math.round(width) } }),
    toggle: (columnId) => {
      const now = all.find(({ column }) => column.id === columnId)?.visible ?? true;
      change({ visibility: { ...state.visibility, [columnId]: !now } });
    },
    shift: (columnId, by) => {
      const order = all.map(({ column }) => column.id);
      const at = order.indexOf(columnId);
      const to = at + by;
      if (at === -1 || to < 0 || to >= order.length) return;
      order.splice(to, 0, ...order.splice(at, 1));
      change({ order });
    },
    reset: () => change(defaultsOf(columns)),
  };
}

/** Columns that the remembered order does not know stand at the end. */
function placeOf(id: string, order: readonly string[]): number {
  const at = order.indexOf(id);
  return at === -1 ? order.length : at;
}
