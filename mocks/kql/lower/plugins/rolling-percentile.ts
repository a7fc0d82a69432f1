/**
 * `rolling_percentile`: a percentile over the last bins, per bin.
 * https://learn.microsoft.com/kusto/query/rolling-percentile-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { aggregateOf, callOf, cellsOf, extendOf, groupOf, joinOf, longOf, namedOutput, whereOf } from '../build-rows';
import { type Context, columnExpr, freshColumn, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';
import { byWindow, isAtMost, keysOf, later, lengthType, readTimeline, sharedTimeline, windowAt } from './timeline';

/** `(Value, Percentile, Index, BinSize, BinsPerWindow, dimensions…)`. */
export function lowerRollingPercentile(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const [value, percentile, index, size, bins, ...dims] = pluginArguments(node).positional;
  if (!value || !percentile || !index || !size || !bins) throw new Refusal('This form of rolling_percentile()', span);
  const [rank, binSize, binCount] = [percentile, size, bins].map((scalar) => lowerExpr(scalar, context));
  if (!rank || !binSize || !binCount) throw new Refusal('This form of rolling_percentile()', span);
  const read = sharedTimeline(readTimeline(input, { id: value, time: index, dims }, context), context);
  const timeline = read();
  const place = freshColumn(context, 'place', 'long');
  const places: Rows = {
    op: 'range',
    from: longOf(0, span),
    to: callOf('-', 'long', binCount, longOf(1, span)),
    step: longOf(1, span),
    columns: [place],
    span,
  };
  const by = callOf('*', lengthType(timeline.time), binSize, columnExpr(place, span));
  const bin = namedOutput(context, 'bin', later(windowAt(timeline.time, binSize, undefined), by));
  const binExpr = columnExpr(bin.column, span);
  const spread = extendOf(joinOf('inner', timeline.rows, places, []), [bin]);
  const known = whereOf(spread, isAtMost(binExpr, lastOf(read, context)));
  const aggregate = aggregateOf('percentile', timeline.id.type, span, timeline.id, rank);
  const cell = namedOutput(context, 'percentile', aggregate);
  const counted = groupOf(known, keysOf(context, binExpr, ...timeline.dims), [cell]);
  return projectAs(node, byWindow(counted), cellsOf(counted), context);
}

/** Windows do not go on after the last row. */
function lastOf(read: ReturnType<typeof sharedTimeline>, context: Context): Expr {
  const { rows, time } = read();
  const last = namedOutput(context, 'last', aggregateOf('max', time.type, rows.span, time));
  return { kind: 'scalar-rows', rows: groupOf(rows, [], [last]), type: time.type, span: rows.span };
}
