/** Rows that are read at several places, computed once where that is possible. */
import type { Rows } from '../ir';
import { readsOuterRow } from './build-rows';
import { type Context, freshColumn } from './context';

export function sharedRows(input: Rows, context: Context): Rows {
  // What depends on the row of an enclosing mv-apply or partition cannot move out of it, where shared rows stand.
  if (context.perRow || readsOuterRow(input)) return input;
  context.query.nextId += 1;
  const columns = input.columns.map((column) => freshColumn(context, column.name, column.type));
  return { op: 'shared', name: `shared_${context.query.nextId}`, input, columns, span: input.span };
}
