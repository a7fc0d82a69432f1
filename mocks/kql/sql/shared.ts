import { type Block, idsOf, selectText } from './block';
import type { PrintState } from './context';
import { open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

/** materialize(): one common table expression, however often it is read. */
export function printShared(rows: RowsOf<'shared'>, state: PrintState): Block {
  const ids = idsOf(rows.input.columns);
  if (!state.shared.has(rows.name)) {
    const text = selectText(open(printRows(rows.input, state), rows.input, state), ids);
    state.shared.set(rows.name, text);
  }
  const columns = rows.columns.map((column, index): [string, string] => [column.id, quoteId(ids[index] ?? column.id)]);
  return { from: rows.name, columns: new Map(columns), where: [], order: [], sealed: false };
}
