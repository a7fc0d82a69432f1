import type { Block } from './block';
import type { ExprContext, PrintState } from './context';
import { printAs } from './expression';
import { alias, type RowsOf } from './op';
import { literal, quoteId, sqlTypes } from './quote';

/** Rows out of expressions: print, datatable, getschema. */
export function printValues(rows: RowsOf<'values'>, state: PrintState): Block {
  const context: ExprContext = { state, column: nowhere, order: '' };
  const cells = rows.rows.map((row) =>
    row.map((cell, index) => printAs(cell, rows.columns[index]?.type ?? cell.type, context)),
  );
  const [only] = cells;
  if (only && cells.length === 1) {
    const columns = rows.columns.map((column, index): [string, string] => [column.id, only[index] ?? 'NULL']);
    return { from: '', columns: new Map(columns), where: [], order: [], sealed: true };
  }
  const ids = rows.columns.map((column) => quoteId(column.id));
  const empty = `SELECT ${rows.columns.map((column) => literal(null, column.type)).join(', ')} WHERE FALSE`;
  const typed = cells.map((row, at) =>
    at > 0 ? row : row.map((cell, index) => `CAST(${cell} AS ${sqlTypes[rows.columns[index]?.type ?? 'string']})`),
  );
  const body = typed.length === 0 ? empty : `VALUES ${typed.map((row) => `(${row.join(', ')})`).join(', ')}`;
  return {
    from: `(${body}) AS ${alias(state)}(${ids.join(', ')})`,
    columns: new Map(rows.columns.map((column) => [column.id, quoteId(column.id)])),
    where: [],
    order: [],
    sealed: false,
  };
}

function nowhere(id: string): never {
  throw new Error(`The column ${id} is read where there is no row`);
}
