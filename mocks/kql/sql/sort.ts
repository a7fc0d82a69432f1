import { type Block, type OrderKey, wrapped } from './block';
import { hasWindow } from './column-ids';
import type { PrintState } from './context';
import { printExpr } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { printRows } from './rows';

/** The order is kept as columns, some hidden, and written where it counts: at a limit, in a window, at the end. */
export function printSort(rows: RowsOf<'sort'>, state: PrintState): Block {
  let block = open(printRows(rows.input, state), rows.input, state);
  if (rows.keys.some((key) => hasWindow(key.expr))) block = wrapped(block, rows.input.columns, alias(state));
  const context = inBlock(block, state);
  const columns = new Map(block.columns);
  const order = rows.keys.map((key): OrderKey => {
    const { descending, nullsFirst } = key;
    if (key.expr.kind === 'column') return { id: key.expr.column.id, descending, nullsFirst };
    state.nextAlias += 1;
    const id = `sort~${state.nextAlias}`;
    columns.set(id, printExpr(key.expr, context));
    return { id, descending, nullsFirst };
  });
  return { ...block, columns, order };
}
