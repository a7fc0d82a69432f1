import { type Block, wrapped } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { printRows } from './rows';

/** Limits; after a sort, of the first rows. The limited rows keep their order. */
export function printTake(rows: RowsOf<'take'>, state: PrintState): Block {
  const block = open(printRows(rows.input, state), rows.input, state);
  const limit = printAs(rows.count, 'long', inBlock(block, state));
  return wrapped({ ...block, limit, sealed: true }, rows.columns, alias(state));
}
