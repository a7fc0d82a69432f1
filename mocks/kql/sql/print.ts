/** The whole query as one SQL statement. */
import type { Rows } from '../ir';
import { idsOf, orderText, selectText, wrapped } from './block';
import type { PrintState, Storage } from './context';
import { quoteId } from './quote';
import { printRows } from './rows';

export function printQuery(rows: Rows, storage: Storage): string {
  const state: PrintState = { storage, shared: new Map(), nextAlias: 0, outer: new Set() };
  const block = printRows(rows, state);
  const body = wrapped({ ...block, sealed: true }, rows.columns, 'result');
  const shown = idsOf(rows.columns).map(quoteId).join(', ') || '1';
  const order = orderText(block, quoteId);
  const select = order === '' ? selectText(block, idsOf(rows.columns)) : `SELECT ${shown} FROM ${body.from}\n${order}`;
  const shared = [...state.shared].map(([name, text]) => `${name} AS MATERIALIZED (${text})`);
  return shared.length > 0 ? `WITH ${shared.join(',\n')}\n${select}` : select;
}
