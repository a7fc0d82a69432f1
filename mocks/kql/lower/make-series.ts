/** `make-series`: aggregates per step of an axis, as one array per group, gaps filled. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows, Span } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from './context';
import { lowerExpr } from './expression';
import { columnsOf, lowerParts, matchOutputs } from './outputs';

type Axis = { readonly value: Expr; readonly from: Expr; readonly count: Expr; readonly step: Expr };

export function lowerMakeSeries(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const axis = lowerAxis(node, input, context);
  const keys = (node.optional('ByClause')?.list('Expressions') ?? []).flatMap((key) => lowerParts(key, context));
  const series = node.list('Aggregates').map((aggregate) => {
    const [value] = lowerParts(aggregate.child('Expression'), context);
    const fallback = aggregate.optional('DefaultExpression')?.child('Expression');
    if (!value) throw new Refusal('This form of make-series', span);
    return { value, fallback: fallback ? lowerExpr(fallback, context) : integer(0n, span) };
  });
  const place = freshColumn(context, 'place', 'long');
  const keyOutputs = keys.map((expr): Output => ({ column: freshColumn(context, 'key', expr.type), expr }));
  const cells = series.map(({ value }): Output => ({ column: freshColumn(context, 'cell', value.type), expr: value }));
  const placeOutput: Output = {
    column: place,
    expr: call('series_place', [axis.value, axis.from, axis.step], 'long', span),
  };
  const steps: Rows = {
    op: 'summarize',
    input: withinAxis(input, axis),
    keys: [...keyOutputs, placeOutput],
    aggregates: cells,
    columns: [...keyOutputs, placeOutput, ...cells].map((output) => output.column),
    span,
  };
  const arrays = cells.map(
    (cell, index): Expr => ({
      kind: 'aggregate',
      name: 'series_of',
      args: [
        columnExpr(place, span),
        columnExpr(cell.column, span),
        axis.count,
        series[index]?.fallback ?? integer(0n, span),
      ],
      type: 'dynamic',
      span,
    }),
  );
  const points = call('series_axis', [axis.from, axis.step, axis.count], 'dynamic', span);
  const parts = [...keyOutputs.map((output) => columnExpr(output.column, span)), ...arrays, points];
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  // Without keys there would be one group also of no rows; make-series of nothing is nothing.
  const size = freshColumn(context, 'size', 'long');
  const counted: Output = { column: size, expr: { kind: 'aggregate', name: 'count', args: [], type: 'long', span } };
  const columns = columnsOf(outputs);
  const grouped: Rows = {
    op: 'summarize',
    input: steps,
    keys: outputs.slice(0, keys.length),
    aggregates: [...outputs.slice(keys.length), counted],
    columns: [...columns, size],
    span,
  };
  const condition = call('>', [columnExpr(size, span), integer(0n, span)], 'bool', span);
  return { op: 'where', input: grouped, condition, columns, span };
}

const integer = (value: bigint, span: Span): Expr => ({ kind: 'literal', type: 'long', value, span });

const call = (name: string, args: readonly Expr[], type: Expr['type'], span: Span): Expr =>
  ({ kind: 'call', name, args, type, span }) as Expr;

function withinAxis(input: Rows, axis: Axis): Rows {
  const { span } = input;
  const condition = call('series_within', [axis.value, axis.from, axis.step, axis.count], 'bool', span);
  return { op: 'where', input, condition, columns: input.columns, span };
}

/** Ends that are not given are those of the rows: the bin of the first value, and the last value, included. */
function lowerAxis(node: SyntaxNode, input: Rows, context: Context): Axis {
  const span = spanOf(node);
  const value = lowerExpr(node.child('OnClause').child('Expression'), context);
  const range = node.child('RangeClause');
  const { from, to, step } = endsOf(range, context, span);
  const start = from ?? extreme('min', value, input, context);
  if (to) return { value, from: start, step, count: call('series_count', [start, to, step], 'long', span) };
  const last = extreme('max', value, input, context);
  return { value, from: start, step, count: call('series_count_inclusive', [start, last, step], 'long', span) };
}

type Ends = { readonly from: Expr | undefined; readonly to: Expr | undefined; readonly step: Expr };

/** `in range(a, b, s)` includes its end, `from a to b step s` does not. */
function endsOf(range: SyntaxNode, context: Context, span: Span): Ends {
  if (range.kind === 'MakeSeriesInRangeClause') {
    const [from, to, step] = range
      .child('Arguments')
      .list('Expressions')
      .map((end) => lowerExpr(end, context));
    if (!from || !to || !step) throw new Refusal('This form of make-series', span);
    return { from, to: call('series_after', [to, step], to.type, span), step };
  }
  const end = (role: string): Expr | undefined => {
    const clause = range.optional(role);
    return clause && lowerExpr(clause.child('Expression'), context);
  };
  const step = end('MakeSeriesStepClause');
  if (!step) throw new Refusal('make-series without a step', span);
  return { from: end('MakeSeriesFromClause'), to: end('MakeSeriesToClause'), step };
}

function extreme(name: 'min' | 'max', value: Expr, input: Rows, context: Context): Expr {
  const column = freshColumn(context, name, value.type);
  const aggregate: Expr = { kind: 'aggregate', name, args: [value], type: value.type, span: value.span };
  const rows: Rows = {
    op: 'summarize',
    input,
    keys: [],
    aggregates: [{ column, expr: aggregate }],
    columns: [column],
    span: value.span,
  };
  return { kind: 'scalar-rows', rows, type: value.type, span: value.span };
}
