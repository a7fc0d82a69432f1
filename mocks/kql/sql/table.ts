import type { Block } from './block';
import type { PrintState } from './context';
import type { RowsOf } from './op';
import { literal, quoteId } from './quote';

/** A stored table holds the columns that any of its rows has filled; the others are constants. */
export function printTable(rows: RowsOf<'table'>, state: PrintState): Block {
  const stored = state.storage.columns(rows.table);
  const columns = rows.columns.map((column): [string, string] => {
    const name = stored?.get(column.name);
    return [column.id, name === undefined ? literal(null, column.type) : quoteId(name)];
  });
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
