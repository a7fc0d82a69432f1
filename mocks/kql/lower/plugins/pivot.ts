import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { findAggregate } from '../../functions/aggregates';
import type { Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, outputFor } from '../expressions/outputs';
import { pluginArguments } from './plugin-arguments';

export type PivotParts = {
  readonly subject: Expr;
  /** The aggregate's name and arguments; count() when none is given. */
  readonly aggregate: { readonly name: string; readonly args: readonly Expr[]; readonly type: Expr['type'] };
  /** The columns that make a row of the result. */
  readonly keys: readonly Expr[];
};

/** Rows are those of the listed columns, or of all that are neither pivoted nor aggregated. */
export function pivotParts(node: SyntaxNode, input: Rows, context: Context): PivotParts {
  const { positional } = pluginArguments(node);
  const [subjectNode, ...rest] = positional;
  if (!subjectNode) throw new Refusal('pivot() of nothing', spanOf(node));
  const subject = lowerExpr(subjectNode, context);
  const [first] = rest;
  const isAggregateCall = first?.kind === 'FunctionCallExpression';
  const args = isAggregateCall ? argumentsOf(first).map((argument) => lowerExpr(argument, context)) : [];
  const name = isAggregateCall ? first.child('Name').simpleName : 'count';
  const known = findAggregate(
    name,
    args.map((argument) => argument.type),
  );
  const [value] = args;
  const type =
    known?.returns === 'first' || known?.returns === 'number'
      ? (value?.type ?? 'long')
      : ((known?.returns ?? 'long') as Expr['type']);
  const listed = (isAggregateCall ? rest.slice(1) : rest).map((column) => lowerExpr(column, context));
  const used = new Set([subject, ...args].flatMap((expr) => (expr.kind === 'column' ? [expr.column.id] : [])));
  const others = input.columns
    .filter((column) => !used.has(column.id))
    .map((column): Expr => ({ kind: 'column', column, type: column.type, span: spanOf(node) }));
  return { subject, aggregate: { name, args, type }, keys: listed.length > 0 ? listed : others };
}

/** `pivot(x, agg)` with a schema: a column per value of x, the aggregate over the rows that have it. */
export function lowerPivot(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const { subject, aggregate, keys } = pivotParts(node, input, context);
  const bound = boundColumns(node);
  const keyOutputs = keys.map(
    (expr, index): Output => outputFor(bound[index] ?? { name: 'key', type: expr.type }, expr, context),
  );
  const cells = bound.slice(keys.length).map((column): Output => {
    const value: Expr = { kind: 'literal', type: 'string', value: column.name, span };
    const test: Expr = {
      kind: 'call',
      name: '==',
      args: [{ kind: 'call', name: 'tostring', args: [subject], type: 'string', span }, value],
      type: 'bool',
      span,
    };
    const expr: Expr = {
      kind: 'aggregate',
      name: `${aggregate.name} where`,
      args: [...aggregate.args, test],
      type: aggregate.type,
      span,
    };
    return outputFor(column, expr, context);
  });
  const outputs = [...keyOutputs, ...cells];
  return { op: 'summarize', input, keys: keyOutputs, aggregates: cells, columns: columnsOf(outputs), span };
}
