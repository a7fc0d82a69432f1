/** The whole query as one SQL statement. */
import type { Rows } from '../ir';
import { idsOf, orderText, selectText, wrapped } from './block';
import type { PrintState, Storage } from './context';
import { type JsonForm, jsonRow } from './json-rows';
import { quoteId } from './quote';
import { printRows } from './rows';

/** With a form, each row is one JSON text; without, the statement has the query's columns by their ids. */
export function printQuery(rows: Rows, storage: Storage, form?: JsonForm): string {
  const state: PrintState = { storage, shared: new Map(), nextAlias: 0, outer: new Set() };
  const block = printRows(rows, state);
  const body = wrapped({ ...block, sealed: true }, rows.columns, 'result');
  const shown = form ? jsonRow(rows.columns, form) : idsOf(rows.columns).map(quoteId).join(', ') || '1';
  const order = orderText(block, quoteId);
  const plain = !form && order === '';
  const select = plain ? selectText(block, idsOf(rows.columns)) : `SELECT ${shown} FROM ${body.from}\n${order}`;
  const shared = [...state.shared].map(([name, text]) => `${name} AS MATERIALIZED (${text})`);
  return (shared.length > 0 ? `WITH ${shared.join(',\n')}\n${select}` : select).trimEnd();
}
