/** The lines of a grid with quick ways from a key to its line, its row and its heading. */
'use client';
import { useMemo } from 'react';
import type { GridExpansion } from '@/components/grid/grid-expansion';
import type { GridLine } from '@/components/grid/grid-line';
import { type LinePlaces, linePlaces } from '@/components/grid/line-places';
import { indexRows, type RowIndex } from '@/components/grid/row-index';

export type GridLines<Row> = {
  lines: readonly GridLine<Row>[];
  index: RowIndex;
  places: LinePlaces;
  rowOf: (key: string) => Row | undefined;
  isOpen: (key: string) => boolean | undefined;
  headingOf: (key: string) => string | null;
};

/** The nearest heading above a line that stands a level higher. */
function headingAbove<Row>(lines: readonly GridLine<Row>[], at: number): string | null {
  const level = lines[at]?.level ?? 0;
  for (let above = at - 1; above >= 0; above -= 1) {
    const line = lines[above];
    if (line?.kind === 'group' && line.level < level) return line.key;
  }
  return null;
}

const lineKey = (line: { key: string }) => line.key;

export function useGridLines<Row>(
  {
    rows,
    rowKey,
    lines: grouped,
    expansion,
  }: {
    rows: readonly Row[] | undefined;
    rowKey: (row: Row, index: number) => string;
    lines?: readonly GridLine<Row>[] | undefined;
    expansion?: GridExpansion<Row> | undefined;
  },
  rowHeight: number,
): GridLines<Row> {
  const lines = useMemo<readonly GridLine<Row>[]>(
    () => grouped ?? (rows ?? []).map((row, at) => ({ kind: 'row', key: rowKey(row, at), row, level: 1 })),
    [grouped, rows, rowKey],
  );
  const index = useMemo(() => indexRows(lines, lineKey), [lines]);
  const { open, heightOf } = expansion ?? {};
  const places = useMemo(() => {
    if (open === undefined || heightOf === undefined) return linePlaces(lines.length, rowHeight, []);
    const tall = [...open].flatMap((key) => {
      const at = index.indexOf(key);
      const line = lines[at];
      return line?.kind === 'row' ? [{ index: at, extraPx: heightOf(line.row) }] : [];
    });
    return linePlaces(
      lines.length,
      rowHeight,
      tall.sort((left, right) => left.index - right.index),
    );
  }, [lines, index, rowHeight, open, heightOf]);
  return {
    lines,
    index,
    places,
    rowOf: (key) => {
      const line = lines[index.indexOf(key)];
      return line?.kind === 'row' ? line.row : undefined;
    },
    isOpen: (key) => {
      const line = lines[index.indexOf(key)];
      if (line === undefined) return undefined;
      return line.kind === 'group' ? line.open : open?.has(key);
    },
    headingOf: (key) => headingAbove(lines, index.indexOf(key)),
  };
}
