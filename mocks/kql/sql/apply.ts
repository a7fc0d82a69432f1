/** mv-apply and partition: a subquery per row, as a LATERAL join. */
import { type Block, idsOf, selectText, wrapped } from './block';
import type { PrintState } from './context';
import { alias, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

export function printApply(rows: RowsOf<'apply'>, state: PrintState): Block {
  const block = open(printRows(rows.input, state), rows.input, state);
  // The body reads the columns by their names from outside.
  const input = wrapped(block, rows.input.columns, alias(state), true);
  for (const id of input.columns.keys()) state.outer.add(id);
  const body = open(printRows(rows.body, state), rows.body, state);
  const inner = `LATERAL (${selectText(body, idsOf(rows.body.columns))}) AS ${alias(state)}`;
  const columns = new Map(rows.columns.map((column) => [column.id, quoteId(column.id)]));
  // Rows of one input row follow each other, in the body's order.
  const order = input.order.length > 0 ? [...input.order, ...body.order] : [];
  for (const key of order) columns.set(key.id, quoteId(key.id));
  return { from: `${input.from}, ${inner}`, columns, where: [], order, sealed: true };
}

/** The outer row: `outer~id` columns read the input's column of the same position, from outside the LATERAL. */
export function printOuter(rows: RowsOf<'outer'>, _state: PrintState): Block {
  const columns = rows.columns.map((column, index): [string, string] => [
    column.id,
    quoteId(rows.source[index]?.id ?? column.id),
  ]);
  return { from: '', columns: new Map(columns), where: [], order: [], sealed: true };
}
