/**
 * `make-series`: aggregates per step of an axis, as one array per group, gaps filled. An end that is not given is, for
 * each group, the first or last step that has rows. https://learn.microsoft.com/kusto/query/make-series-operator
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { aggregateOf, callOf, cellsOf, extendOf, groupOf, joinOf, longOf, namedOutput, whereOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, lowerParts, matchOutputs } from '../expressions/outputs';
import { parameterWord } from '../parameters';
import { refreshed } from '../refreshed';
import { sharedRows } from '../shared-rows';
import { type Axis, lowerAxis } from './make-series-axis';

type Series = { readonly value: Expr; readonly fallback: Expr };

export function lowerMakeSeries(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const axis = lowerAxis(node, context);
  const keys = (node.optional('ByClause')?.list('Expressions') ?? []).flatMap((key) => lowerParts(key, context));
  const series = node.list('Aggregates').map((aggregate): Series => {
    const [value] = lowerParts(aggregate.child('Expression'), context);
    const fallback = aggregate.optional('DefaultExpression')?.child('Expression');
    if (!value) throw new Refusal('This form of make-series', span);
    return { value, fallback: fallback ? lowerExpr(fallback, context) : longOf(0, span) };
  });
  const placed = withPlaces(stepsOf(input, axis, keys, series, context), keys.length, axis, context);
  const arrays = arraysOf(placed, keys.length, series, axis, span);
  const keyCells = cellsOf(placed.rows, 0, keys.length);
  const outputs = seriesOutputs(node, [...keyCells, ...arrays], keys.length, context);
  // Without keys there is one group also of no rows; make-series of nothing is nothing, unless asked for.
  const counted = namedOutput(context, 'size', aggregateOf('count', 'long', span));
  const grouped = groupOf(placed.rows, outputs.slice(0, keys.length), [...outputs.slice(keys.length), counted]);
  const isKept = keys.length === 0 && parameterWord(node, 'kind') === 'nonempty';
  const size = columnExpr(counted.column, span);
  const kept = isKept ? grouped : whereOf(grouped, callOf('>', 'bool', size, longOf(0, span)));
  return { ...kept, columns: columnsOf(outputs) };
}

/** The binder gives some aggregates their own type; what make-series gives is always an array. */
function seriesOutputs(node: SyntaxNode, parts: readonly Expr[], keyCount: number, context: Context): Output[] {
  const bound = boundColumns(node).map((column, index) => (index < keyCount ? column : { ...column, type: 'dynamic' }));
  return matchOutputs(bound, parts, node, context);
}

/** A row per group and step: the keys, the step's value on the axis, the aggregates. */
function stepsOf(input: Rows, axis: Axis, keys: readonly Expr[], series: readonly Series[], context: Context): Rows {
  const within = whereOf(input, ...axis.conditions);
  const place = namedOutput(context, 'place', axis.binned);
  const groups = keys.map((key) => namedOutput(context, 'key', key));
  const cells = series.map(({ value }) => namedOutput(context, 'cell', value));
  return groupOf(within, [...groups, place], cells);
}

type Placed = {
  /** The steps' rows. */
  readonly rows: Rows;
  /** Of the row: which step of its series it is. */
  readonly at: Expr;
  /** Of the group, the same in all of its rows: where its axis starts and how many steps it has. */
  readonly start: Expr;
  readonly count: Expr;
};

function withPlaces(steps: Rows, keyCount: number, axis: Axis, context: Context): Placed {
  const { span } = steps;
  const { from, step } = axis;
  const binned = (rows: Rows): Expr => cellsOf(rows, keyCount, keyCount + 1)[0] ?? axis.binned;
  if (from && axis.to) {
    const at = callOf('series_place', 'long', binned(steps), from, step);
    return { rows: steps, at, start: from, count: axis.countFrom(from) };
  }
  const shared = sharedRows(steps, context);
  const bounds = boundsOf(refreshed(shared, context), keyCount, binned, context);
  const on = cellsOf(shared, 0, keyCount).map((left, index) => ({ left, right: cellsOf(bounds)[index] ?? left }));
  const joined = joinOf('inner', shared, bounds, on);
  const [first, last] = cellsOf(bounds, keyCount);
  if (!first || !last) throw new Refusal('This form of make-series', span);
  const start = from ?? first;
  const at = callOf('series_place', 'long', binned(shared), start, step);
  const count = axis.to ? axis.countFrom(start) : callOf('series_count_inclusive', 'long', start, last, step);
  const [place, beginning, length] = [at, start, count].map((expr) => namedOutput(context, 'axis', expr));
  if (!place || !beginning || !length) throw new Refusal('This form of make-series', span);
  const rows = extendOf(joined, [place, beginning, length]);
  const ofGroup = ({ column }: Output): Expr => aggregateOf('max', column.type, span, columnExpr(column, span));
  return { rows, at: columnExpr(place.column, span), start: ofGroup(beginning), count: ofGroup(length) };
}

/** The keys, and the first and last step of each group. */
function boundsOf(steps: Rows, keyCount: number, binned: (rows: Rows) => Expr, context: Context): Rows {
  const keys = cellsOf(steps, 0, keyCount).map((key) => namedOutput(context, 'key', key));
  const value = binned(steps);
  const ends = ['min', 'max'].map((name) =>
    namedOutput(context, name, aggregateOf(name, value.type, steps.span, value)),
  );
  return groupOf(steps, keys, ends);
}

/** One array per aggregate, then the axis. */
function arraysOf(placed: Placed, keyCount: number, series: readonly Series[], axis: Axis, span: Span): Expr[] {
  const cells = cellsOf(placed.rows, keyCount + 1, keyCount + 1 + series.length);
  const values = series.map(({ fallback }, index): Expr => {
    const cell = cells[index] ?? fallback;
    return aggregateOf('series_of', 'dynamic', span, placed.at, cell, placed.count, fallback);
  });
  return [...values, callOf('series_axis', 'dynamic', placed.start, axis.step, placed.count)];
}
