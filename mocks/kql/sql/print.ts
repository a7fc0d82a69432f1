/** The whole query as one SQL statement. */
import type { Column, Rows } from '../ir';
import { type Block, idsOf, orderText, selectText, sqlOf, wrapped } from './block';
import type { PrintState, Storage } from './context';
import { countIds } from './counts';
import { type JsonForm, jsonRow } from './json-rows';
import { prune } from './prune';
import { quoteId } from './quote';
import { printRows } from './rows';

/** With a form, each row is one JSON text; without, the statement has the query's columns by their ids. */
export function printQuery(whole: Rows, storage: Storage, form?: JsonForm): string {
  const rows = prune(whole, new Set(idsOf(whole.columns)));
  const state: PrintState = { storage, shared: new Map(), nextAlias: 0, printed: 0, outer: new Set() };
  const block = printRows(rows, state);
  const order = orderText(block, quoteId);
  const ids = idsOf(whole.columns);
  const select = !form && order === '' ? selectText(block, ids) : outermost(block, whole, form, order);
  const shared = [...state.shared].map(([name, text]) => `${name} AS MATERIALIZED (${text})`);
  return (shared.length > 0 ? `WITH ${shared.join(',\n')}\n${select}` : select).trimEnd();
}

/** The order is asked for where nothing follows it any more. */
function outermost(block: Block, whole: Rows, form: JsonForm | undefined, order: string): string {
  const body = wrapped({ ...block, sealed: true }, whole.columns, 'result');
  const cell = (column: Column) => sqlOf(body, column.id);
  const shown = form
    ? jsonRow(whole.columns, cell, form, countIds(whole))
    : whole.columns.map((column) => `${cell(column)} AS ${quoteId(column.id)}`).join(', ') || '1';
  return `SELECT ${shown} FROM ${body.from}\n${order}`;
}
