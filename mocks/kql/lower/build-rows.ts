/** Small builders of the intermediate form, for plugins that are whole pipelines by themselves. */
import type { Column, Expr, Output, Rows, ScalarType, SortKey, Span } from '../ir';
import { type Context, columnExpr, freshColumn } from './context';
import { columnsOf } from './expressions/outputs';
import { withFreshIds } from './fresh-ids';

export const longOf = (value: number | bigint, span: Span): Expr => ({
  kind: 'literal',
  type: 'long',
  value: BigInt(value),
  span,
});

export const textOf = (value: string, span: Span): Expr => ({ kind: 'literal', type: 'string', value, span });

export const callOf = (name: string, type: ScalarType, ...args: readonly Expr[]): Expr => ({
  kind: 'call',
  name,
  args,
  type,
  span: args[0]?.span ?? { start: 0, length: 0 },
});

export const aggregateOf = (name: string, type: ScalarType, span: Span, ...args: readonly Expr[]): Expr => ({
  kind: 'aggregate',
  name,
  args,
  type,
  span,
});

export const windowOf = (name: string, type: ScalarType, span: Span, ...args: readonly Expr[]): Expr => ({
  kind: 'window',
  name,
  args,
  type,
  span,
});

export const readAll = (columns: readonly Column[], span: Span): Expr[] =>
  columns.map((column) => columnExpr(column, span));

/** The column at this place of rows that were built here, from the end when negative. */
export function cellAt(rows: Rows, index: number): Expr {
  const column = rows.columns.at(index);
  if (!column) throw new Error(`The rows have no column ${index}`);
  return columnExpr(column, rows.span);
}

export const cellsOf = (rows: Rows, from = 0, to?: number): Expr[] => readAll(rows.columns.slice(from, to), rows.span);

export const passOn = (columns: readonly Column[], span: Span): Output[] =>
  columns.map((column) => ({ column, expr: columnExpr(column, span) }));

/** A fresh column for an expression. */
export const namedOutput = (context: Context, name: string, expr: Expr): Output => ({
  column: freshColumn(context, name, expr.type),
  expr,
});

export const whereOf = (input: Rows, ...conditions: readonly Expr[]): Rows =>
  conditions.reduce<Rows>(
    (rows, condition) => ({ op: 'where', input: rows, condition, columns: rows.columns, span: rows.span }),
    input,
  );

export const projectOf = (input: Rows, outputs: readonly Output[]): Rows => ({
  op: 'project',
  input,
  outputs,
  columns: columnsOf(outputs),
  span: input.span,
});

export const extendOf = (input: Rows, outputs: readonly Output[]): Rows =>
  projectOf(input, [...passOn(input.columns, input.span), ...outputs]);

export const groupOf = (input: Rows, keys: readonly Output[], aggregates: readonly Output[]): Rows => ({
  op: 'summarize',
  input,
  keys,
  aggregates,
  columns: columnsOf([...keys, ...aggregates]),
  span: input.span,
});

export const sortOf = (input: Rows, ...keys: readonly Expr[]): Rows => ({
  op: 'sort',
  input,
  keys: keys.map((expr): SortKey => ({ expr, descending: false, nullsFirst: true })),
  columns: input.columns,
  span: input.span,
});

/** All columns of both sides; without conditions every pair of rows. */
export function joinOf(
  kind: 'inner' | 'leftouter',
  left: Rows,
  right: Rows,
  on: readonly { readonly left: Expr; readonly right: Expr }[],
): Rows {
  const columns = [...left.columns, ...right.columns];
  return { op: 'join', kind, left, right, on, outputs: passOn(columns, left.span), columns, span: left.span };
}

/** Computed once; each call reads the same rows under fresh ids, in the input's column order. */
export function sharedOf(input: Rows, context: Context): () => Rows {
  // What depends on the row of an enclosing mv-apply cannot move out of it, where shared rows stand.
  if (context.perRow || readsOuterRow(input)) return () => withFreshIds(input, context);
  context.query.nextId += 1;
  const name = `shared_${context.query.nextId}`;
  return () => ({
    op: 'shared',
    name,
    input,
    columns: input.columns.map((column) => freshColumn(context, column.name, column.type)),
    span: input.span,
  });
}

/** Whether the rows depend on the row an enclosing mv-apply works on. */
export function readsOuterRow(rows: Rows): boolean {
  switch (rows.op) {
    case 'outer':
      return true;
    case 'table':
    case 'values':
    case 'range':
      return false;
    case 'join':
      return readsOuterRow(rows.left) || readsOuterRow(rows.right);
    case 'union':
      return rows.inputs.some((input) => readsOuterRow(input.rows));
    case 'stage':
      return rows.inputs.some(readsOuterRow);
    case 'shared':
      return sharedReadsOuterRow(rows.input);
    default:
      return readsOuterRow(rows.input);
  }
}

const known = new WeakMap<Rows, boolean>();

/** Looked at once, however often they are read. */
function sharedReadsOuterRow(input: Rows): boolean {
  const reads = known.get(input) ?? readsOuterRow(input);
  known.set(input, reads);
  return reads;
}
