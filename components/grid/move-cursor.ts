/** Where a key moves the cursor: pure, so that every key can be tested in a table. */
import { type CursorPlace, headerRow } from '@/components/grid/grid-cursor';

export type GridKey =
  | 'ArrowDown'
  | 'ArrowUp'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End'
  | 'PageDown'
  | 'PageUp'
  | 'RowDown'
  | 'RowUp';

export type GridShape = {
  rowKeys: { length: number; at: (index: number) => string | undefined; indexOf: (key: string) => number };
  columnIds: readonly string[];
  /** Rows that fit on the screen. */
  pageRows: number;
  /** Where the cursor stood last, for a row that has gone. */
  lastIndex: number;
};

function rowMove(key: GridKey, from: number, { rowKeys, pageRows }: GridShape): number {
  const last = rowKeys.length - 1;
  switch (key) {
    case 'ArrowDown':
    case 'RowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
    case 'RowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + pageRows, last);
    case 'PageUp':
      return Math.max(from - pageRows, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return from;
  }
}

function columnMove(key: GridKey, columnId: string | null, columnIds: readonly string[]): string | null {
  const from = columnId === null ? -1 : columnIds.indexOf(columnId);
  if (key === 'ArrowRight') return columnIds[Math.min(from + 1, columnIds.length - 1)] ?? null;
  // Left of the first column is the whole row.
  return from <= 0 ? null : (columnIds[from - 1] ?? null);
}

function fromHeader(key: GridKey, place: CursorPlace, { rowKeys, columnIds }: GridShape): CursorPlace {
  if (key === 'ArrowUp' || key === 'PageUp' || key === 'RowUp') return place;
  if (key === 'Home') return { rowKey: headerRow, columnId: columnIds[0] ?? null };
  return { rowKey: rowKeys.at(key === 'End' ? rowKeys.length - 1 : 0) ?? headerRow, columnId: place.columnId };
}

/** The row that a vertical key reaches, by place. */
function rowFrom(key: GridKey, rowKey: string | null, shape: GridShape): number {
  const last = shape.rowKeys.length - 1;
  if (rowKey === null) return key === 'End' ? last : 0;
  const found = shape.rowKeys.indexOf(rowKey);
  // A row that was taken away leaves the cursor where it stood: the next row moved up into its place.
  return found === -1 ? Math.min(shape.lastIndex, last) : rowMove(key, found, shape);
}

export function moveCursor(key: GridKey, place: CursorPlace, shape: GridShape): CursorPlace {
  const { rowKeys, columnIds } = shape;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const columnId = columnMove(key, place.columnId, columnIds);
    // The header is walked column by column; it has no whole row.
    if (place.rowKey === headerRow && columnId === null) return place;
    return { rowKey: place.rowKey ?? rowKeys.at(0) ?? null, columnId };
  }
  if (place.rowKey === headerRow) return fromHeader(key, place, shape);
  if (key === 'ArrowUp' && place.rowKey !== null && rowKeys.indexOf(place.rowKey) === 0)
    return { rowKey: headerRow, columnId: place.columnId ?? columnIds[0] ?? null };
  return { rowKey: rowKeys.at(rowFrom(key, place.rowKey, shape)) ?? null, columnId: place.columnId };
}
