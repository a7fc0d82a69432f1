import { arePlain, type Block, wrapped } from './block';
import { columnIds } from './column-ids';
import type { PrintState } from './context';
import { alias, inBlock, open, type RowsOf } from './op';
import { conjuncts, printPredicate } from './predicate';
import { printRows } from './rows';

/** Filters join the SELECT they filter when what they read are its plain columns. */
export function printWhere(rows: RowsOf<'where'>, state: PrintState): Block {
  let block = open(printRows(rows.input, state), rows.input, state);
  if (!arePlain(block, columnIds(rows.condition))) block = wrapped(block, rows.input.columns, alias(state));
  const context = inBlock(block, state);
  const tests = conjuncts(rows.condition).map((test) => printPredicate(test, context));
  return { ...block, where: [...block.where, ...tests] };
}
