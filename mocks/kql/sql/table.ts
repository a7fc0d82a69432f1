import type { Block } from './block';
import type { PrintState } from './context';
import type { RowsOf } from './op';
import { literal, quoteId } from './quote';

/** A stored table holds the columns that any of its rows has filled; the others are constants. */
export function printTable(rows: RowsOf<'table'>, state: PrintState): Block {
  const stored = state.storage.columns(rows.table);
  const columns = rows.columns.map((column): [string, string] => [
    column.id,
    stored?.has(column.name) ? quoteId(storedName(column.name)) : literal(null, column.type),
  ]);
  if (!stored) {
    return {
      from: '(SELECT 1 WHERE FALSE) AS nothing',
      columns: new Map(columns),
      where: [],
      order: [],
      sealed: false,
    };
  }
  return { from: `logs.${quoteId(rows.table)}`, columns: new Map(columns), where: [], order: [], sealed: false };
}

/** DuckDB's names ignore case and Kusto's do not: a running capital is marked, so that clientIp_s and clientIP_s differ. */
export const storedName = (name: string): string => name.replace(/(?<=[A-Z])[A-Z]/g, (letter) => `^${letter}`);
