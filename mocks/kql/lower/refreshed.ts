/** Shared rows read at another place: the same rows under fresh column ids, so that they can be joined with themselves. */
import type { Rows } from '../ir';
import { type Context, freshColumn } from './context';

export function refreshed(rows: Rows, context: Context): Rows {
  if (rows.op !== 'shared') return rows;
  return { ...rows, columns: rows.columns.map((column) => freshColumn(context, column.name, column.type)) };
}
