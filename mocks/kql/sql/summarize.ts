import { type Block, idsOf, selectText } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

/** Groups. Without keys there is one group, also of no rows. */
export function printSummarize(rows: RowsOf<'summarize'>, state: PrintState): Block {
  const block = open(printRows(rows.input, state), rows.input, state);
  const context = inBlock(block, state);
  const outputs = [...rows.keys, ...rows.aggregates];
  const columns = new Map(
    outputs.map((output): [string, string] => [output.column.id, printAs(output.expr, output.column.type, context)]),
  );
  const positions = rows.keys.map((_, index) => index + 1);
  const grouped: Block = {
    from: block.from,
    columns,
    where: block.where,
    order: [],
    ...(positions.length > 0 && { groupBy: positions.join(', ') }),
    sealed: true,
  };
  const ids = idsOf(rows.columns);
  return {
    from: `(${selectText(grouped, ids)}) AS ${alias(state)}`,
    columns: new Map(ids.map((id) => [id, quoteId(id)])),
    where: [],
    order: [],
    sealed: false,
  };
}
