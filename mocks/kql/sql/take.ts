import type { Expr } from '../ir';
import { type Block, idsOf, orderText, sqlOf, wrapped } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { printRows } from './rows';
import { isStored } from './whole-rows';

/** Limits; after a sort, of the first rows. The limited rows keep their order. */
export function printTake(rows: RowsOf<'take'>, state: PrintState): Block {
  const block = open(printRows(rows.input, state), rows.input, state);
  const limit = printAs(rows.count, 'long', inBlock(block, state));
  const wide = idsOf(rows.columns).filter((id) => plainColumn.test(block.columns.get(id) ?? '')).length >= wideColumns;
  if (wide && isLong(rows.count) && isSortedTable(block, state)) return firstWholeRows(block, limit);
  return wrapped({ ...block, limit, sealed: true }, rows.columns, alias(state));
}

/** From where on it costs less to look rows up by their numbers than to carry them whole through a sort. */
const wideColumns = 8;
const longTop = 1000n;

const plainColumn = /^"(?:[^"]|"")+"$/;

const isLong = (count: Expr): boolean =>
  count.kind === 'literal' && typeof count.value === 'bigint' && count.value >= longTop;

/** Whether these are the rows of one stored table, in the order of its own columns. */
const isSortedTable = (block: Block, state: PrintState): boolean =>
  isStored(block.from) &&
  state.outer.size === 0 &&
  block.order.length > 0 &&
  block.order.every((key) => plainColumn.test(block.columns.get(key.id) ?? ''));

/** The numbers of the first rows are found with the columns of the order alone, then those rows are read. */
function firstWholeRows(block: Block, limit: string): Block {
  const where = block.where.length > 0 ? `WHERE ${block.where.join(' AND ')}\n` : '';
  const order = orderText(block, (id) => sqlOf(block, id));
  return {
    ...block,
    where: [`rowid IN (SELECT rowid FROM ${block.from}\n${where}${order}\nLIMIT ${limit})`],
  };
}
