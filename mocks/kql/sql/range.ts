import type { Block } from './block';
import type { PrintState } from './context';
import { printAs } from './expression';
import { alias, type RowsOf } from './op';
import { quoteId, sqlTypes } from './quote';

/** The step is counted, not added up, so that reals do not drift. */
export function printRange(rows: RowsOf<'range'>, state: PrintState): Block {
  const [column] = rows.columns;
  if (!column) throw new Error('range has no column');
  const nowhere = (id: string): never => {
    throw new Error(`The column ${id} is read where there is no row`);
  };
  const context = { state, column: nowhere, order: '' };
  const [from, to] = [rows.from, rows.to].map((end) => printAs(end, column.type, context));
  const stepType = column.type === 'datetime' ? 'timespan' : column.type;
  const step = printAs(rows.step, stepType, context);
  const last =
    sqlTypes[column.type] === 'DOUBLE'
      ? `CAST(floor((${to} - ${from}) / ${step} + 1e-9) AS BIGINT)`
      : `CAST(floor(CAST(${to} - ${from} AS DOUBLE) / ${step}) AS BIGINT)`;
  const name = alias(state);
  const source = `generate_series(0, coalesce(${last}, -1)) AS ${name}(n)`;
  const value = `CAST(${from} + ${step} * ${name}.n AS ${sqlTypes[column.type]})`;
  const id = quoteId(column.id);
  return {
    from: `(SELECT ${value} AS ${id} FROM ${source}) AS ${name}r`,
    columns: new Map([[column.id, id]]),
    where: [],
    order: [],
    sealed: false,
  };
}
