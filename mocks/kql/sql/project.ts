import type { Output } from '../ir';
import { arePlain, type Block, wrapped } from './block';
import { columnIds, hasWindow } from './column-ids';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { printRows } from './rows';

/** Columns computed over a row. Sort columns that are not shown stay, hidden. */
export function printProject(rows: RowsOf<'project'>, state: PrintState): Block {
  let block = open(printRows(rows.input, state), rows.input, state);
  const computed = rows.outputs.filter((output) => output.expr.kind !== 'column');
  if (!computed.every((output) => arePlain(block, columnIds(output.expr)))) {
    block = wrapped(block, rows.input.columns, alias(state));
  }
  const context = inBlock(block, state);
  const shown = rows.outputs.map((output: Output): [string, string] => [
    output.column.id,
    printAs(output.expr, output.column.type, context),
  ]);
  const columns = new Map(block.order.map((key): [string, string] => [key.id, context.column(key.id)]));
  for (const [id, sql] of shown) columns.set(id, sql);
  return { ...block, columns, sealed: rows.outputs.some((output) => hasWindow(output.expr)) };
}
