import type { Output } from '../ir';
import { arePlain, type Block, orderText, sqlOf, wrapped } from './block';
import { columnIds, hasWindow } from './column-ids';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { printRows } from './rows';

/** Columns computed over a row. Sort columns that are not shown stay, hidden. */
export function printProject(rows: RowsOf<'project'>, state: PrintState): Block {
  let block = open(printRows(rows.input, state), rows.input, state);
  const isSerial = rows.outputs.some((output) => hasWindow(output.expr));
  if (isSerial && !(block.order.length === 0 && rows.outputs.every(isPlainNumber)))
    block = numbered(block, rows, state);
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
  return { ...block, columns, sealed: isSerial };
}

/** A number for every row needs no order where there is none. */
const isPlainNumber = ({ expr }: Output): boolean =>
  !hasWindow(expr) || (expr.kind === 'window' && expr.name === 'row_number' && expr.args.length < 2);

const ordinal = /^ordinal~\d+$/;

/**
 * Rows whose neighbours are asked for get numbers first: their order may have ties, or be only the one they happen to
 * come in, and every window after this one has to see the same neighbours.
 */
function numbered(block: Block, rows: RowsOf<'project'>, state: PrintState): Block {
  if (block.order.length === 1 && ordinal.test(block.order[0]?.id ?? '')) return block;
  state.nextAlias += 1;
  const id = `ordinal~${state.nextAlias}`;
  const sql = `row_number() OVER (${orderText(block, (key) => sqlOf(block, key))})`;
  const order = [{ id, descending: false, nullsFirst: false }];
  return wrapped({ ...block, columns: new Map(block.columns).set(id, sql), order }, rows.input.columns, alias(state));
}
