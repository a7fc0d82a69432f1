/** The same rows under fresh column ids, for an input that is read twice in one place (a self-join through a parameter). */
import type { Rows } from '../ir';
import { type Context, columnExpr, freshColumn } from './context';

export function withFreshIds(rows: Rows, context: Context): Rows {
  const outputs = rows.columns.map((column) => ({
    column: freshColumn(context, column.name, column.type),
    expr: columnExpr(column, rows.span),
  }));
  return { op: 'project', input: rows, outputs, columns: outputs.map((output) => output.column), span: rows.span };
}

export function apartFrom(rows: Rows, other: Rows, context: Context): Rows {
  const taken = new Set(other.columns.map((column) => column.id));
  return rows.columns.some((column) => taken.has(column.id)) ? withFreshIds(rows, context) : rows;
}
