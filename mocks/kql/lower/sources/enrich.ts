/** Joins the piped rows of an enrichment with what is known about each key: every row stays, once. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** The column that the call names, by itself or as text, or the usual one. */
export function keyColumn(called: SyntaxNode, usual: string, input: Rows): Column {
  const [given] = argumentsOf(called);
  const name = given ? given.stringValue || given.simpleName : usual;
  const column = input.columns.find((candidate) => candidate.name === name);
  if (!column)
    throw new Refusal(`A column ${name.slice(0, 60) || '(without a name)'} to look up`, spanOf(given ?? called));
  return column;
}

export const lowered = (column: Column, span: Span): Expr => ({
  kind: 'call',
  name: 'tolower',
  args: [columnExpr(column, span)],
  type: 'string',
  span,
});

/** The rows with one more column that holds a computed value. */
export function withColumn(rows: Rows, name: string, expr: Expr, context: Context): { rows: Rows; column: Column } {
  const column = freshColumn(context, name, expr.type);
  const outputs: Output[] = [
    ...rows.columns.map((own): Output => ({ column: own, expr: columnExpr(own, rows.span) })),
    { column, expr },
  ];
  return { rows: { op: 'project', input: rows, outputs, columns: columnsOf(outputs), span: rows.span }, column };
}

/** `known` has the key first, at most once, then the columns to add. Columns are the binder's, by position. */
export function enriched(
  operator: SyntaxNode,
  input: Rows,
  key: Expr,
  known: Rows,
  context: Context,
  kind: 'leftouter' | 'inner' = 'leftouter',
  keepsInput = true,
): Rows {
  const span = spanOf(operator);
  const [first, ...added] = known.columns;
  if (!first) throw new Refusal('An enrichment without a key', span);
  const { rows: left, column: leftKey } = withColumn(input, '$key', key, context);
  const kept = keepsInput ? [...input.columns, ...added] : known.columns;
  const parts = kept.map((column) => columnExpr(column, span));
  const outputs = matchOutputs(boundColumns(operator), parts, operator, context);
  const on = [{ left: columnExpr(leftKey, span), right: columnExpr(first, span) }];
  return { op: 'join', kind, left, right: known, on, outputs, columns: columnsOf(outputs), span };
}
