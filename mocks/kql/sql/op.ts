/** What the printers of operations share. */
import type { Rows } from '../ir';
import { type Block, orderText, sqlOf, wrapped } from './block';
import type { ExprContext, PrintState } from './context';
import { quoteId } from './quote';

export type RowsOf<Op extends Rows['op']> = Extract<Rows, { op: Op }>;

export function alias(state: PrintState): string {
  state.nextAlias += 1;
  return `t${state.nextAlias}`;
}

export const inBlock = (block: Block, state: PrintState): ExprContext => ({
  state,
  column: (id) => (!block.columns.has(id) && state.outer.has(id) ? quoteId(id) : sqlOf(block, id)),
  order: orderText(block, (id) => sqlOf(block, id)),
});

/** The block, wrapped when nothing may be merged into it. */
export const open = (block: Block, rows: Rows, state: PrintState): Block =>
  block.sealed ? wrapped(block, rows.columns, alias(state)) : block;
