import { type Block, wrapped } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

const mostElements = 2_147_483_647;

/** unnest() in a SELECT list walks several lists side by side and keeps the rows' order. */
export function printExpand(rows: RowsOf<'expand'>, state: PrintState): Block {
  const block = wrapped(open(printRows(rows.input, state), rows.input, state), rows.input.columns, alias(state));
  const context = inBlock(block, state);
  const limit = rows.limit ? printAs(rows.limit, 'long', context) : undefined;
  const columns = new Map(block.columns);
  const lists = rows.expansions.map((expansion) => {
    const value = printAs(expansion.of, 'dynamic', context);
    const elements = `${expansion.asPairs ? 'k_pairs' : 'k_elements'}(${value})`;
    return limit ? `list_slice(${elements}, 1, least(${limit}, ${mostElements}))` : elements;
  });
  rows.expansions.forEach((expansion, index) => {
    columns.set(expansion.column.id, `nullif(unnest(${lists[index]}), 'null')`);
  });
  if (rows.index)
    columns.set(rows.index.id, `unnest(range(greatest(${lists.map((list) => `len(${list})`).join(', ')})))`);
  const shown = [...new Set([...rows.columns.map((column) => column.id), ...block.order.map((key) => key.id)])];
  const list = shown.map((id) => `${columns.get(id) ?? 'NULL'} AS ${quoteId(id)}`);
  return {
    from: `(SELECT ${list.join(', ')} FROM ${block.from}) AS ${alias(state)}`,
    columns: new Map(shown.map((id) => [id, quoteId(id)])),
    where: [],
    order: block.order,
    sealed: false,
  };
}
