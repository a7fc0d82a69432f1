/**
 * Widths, order, visibility and pinning of columns, remembered per `storageKey`. Plain state: rows never enter it, and
 * a table library would be a tenth of the first load.
 */
'use client';
import { useEffect, useMemo, useState } from 'react';
import { type ColumnChoice, isColumnChoice, movedTo, toggled } from '@/components/grid/column-choice';
import type { GridColumn } from '@/components/grid/grid-column';

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

function recall(storageKey: string | undefined): ColumnChoice | null {
  if (storageKey === undefined || typeof window === 'undefined') return null;
  const text = window.localStorage.getItem(`grid-${storageKey}`);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isColumnChoice(value) ? value : null;
  } catch {
    // Somebody else wrote there; the default layout is a fine answer.
    return null;
  }
}

function remember(storageKey: string | undefined, choice: ColumnChoice | null): void {
  if (storageKey === undefined) return;
  if (choice === null) window.localStorage.removeItem(`grid-${storageKey}`);
  else window.localStorage.setItem(`grid-${storageKey}`, JSON.stringify(choice));
}

function defaultChoice<Row>(columns: readonly GridColumn<Row>[]): ColumnChoice {
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(({ hidden }) => hidden === true).map(({ id }) => id),
    pinned: columns.filter(({ pinned }) => pinned === true).map(({ id }) => id),
    widths: {},
  };
}

/** Columns that the remembered order does not know stand behind the column that they follow by default. */
function inOrder<Row>(columns: readonly GridColumn<Row>[], order: readonly string[]): GridColumn<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const known = order.flatMap((id) => byId.get(id) ?? []);
  const result = [...known];
  for (const [at, column] of columns.entries()) {
    if (order.includes(column.id)) continue;
    const before = columns[at - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, column);
  }
  return result;
}

const defaultMinWidth = 48;

/** `given` (e.g. a saved view's) goes before what was remembered. */
export function useColumnLayout<Row>(
  columns: readonly GridColumn<Row>[],
  storageKey?: string,
  given: ColumnChoice | null = null,
): ColumnLayout<Row> {
  const [chosen, setChosen] = useState<ColumnChoice | null>(null);
  // Only after the first paint: the server has no memory, and both must draw the same.
  useEffect(() => setChosen(given ?? recall(storageKey)), [storageKey, given]);
  const choice = useMemo(() => chosen ?? defaultChoice(columns), [chosen, columns]);
  const set = (next: ColumnChoice | null) => {
    setChosen(next);
    remember(storageKey, next);
  };
  const ordered = useMemo(() => {
    const all = inOrder(columns, choice.order);
    const isPinned = ({ id }: GridColumn<Row>) => choice.pinned.includes(id);
    return [...all.filter(isPinned), ...all.filter((column) => !isPinned(column))];
  }, [columns, choice.order, choice.pinned]);
  const shown = useMemo(() => ordered.filter(({ id }) => !choice.hidden.includes(id)), [ordered, choice.hidden]);
  const widthOf = (column: GridColumn<Row>) =>
    Math.max(choice.widths[column.id] ?? column.width, column.minWidth ?? defaultMinWidth);
  const pinned = shown.filter(({ id }) => choice.pinned.includes(id));
  const ids = ordered.map(({ id }) => id);
  return {
    columns: shown,
    all: ordered.map((column) => ({
      column,
      visible: !choice.hidden.includes(column.id),
      pinned: choice.pinned.includes(column.id),
    })),
    pinned: pinned.length,
    template: shown
      .map((column) =>
        // A column that grew would push those that are pinned behind it out of their places.
        column.grow === true && choice.widths[column.id] === undefined && !choice.pinned.includes(column.id)
          ? `minmax(${widthOf(column)}px, 1fr)`
          : `${widthOf(column)}px`,
      )
      .join(' '),
    pinOffsets: Object.fromEntries(
      pinned.map((_, at) => [
        `--pin-${at}`,
        `${pinned.slice(0, at).reduce((sum, column) => sum + widthOf(column), 0)}px`,
      ]),
    ),
    totalWidth: shown.reduce((sum, column) => sum + widthOf(column), 0),
    widthOf: (columnId) => {
      const column = ordered.find(({ id }) => id === columnId);
      return column === undefined ? 0 : widthOf(column);
    },
    resize: (columnId, width) => set({ ...choice, widths: { ...choice.widths, [columnId]: Math.round(width) } }),
    toggle: (columnId) => set({ ...choice, hidden: toggled(choice.hidden, columnId) }),
    pin: (columnId) => set({ ...choice, pinned: toggled(choice.pinned, columnId) }),
    shift: (columnId, by) => {
      const target = ids[ids.indexOf(columnId) + by];
      if (target !== undefined) set(movedTo(choice, ids, columnId, target));
    },
    moveTo: (columnId, target) => set(movedTo(choice, ids, columnId, target)),
    reset: () => set(null),
    choice: chosen,
    restore: set,
  };
}
