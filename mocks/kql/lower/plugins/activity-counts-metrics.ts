/**
 * `activity_counts_metrics`: rows, ids, new ids and ids so far per window.
 * https://learn.microsoft.com/kusto/query/activity-counts-metrics-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import {
  aggregateOf,
  callOf,
  cellAt,
  cellsOf,
  extendOf,
  groupOf,
  joinOf,
  namedOutput,
  sortOf,
  whereOf,
  windowOf,
} from '../build-rows';
import { type Context, columnExpr, spanOf } from '../context';
import { projectAs } from '../operators/project-as';
import {
  dcountOf,
  isKnown,
  keysOf,
  orZero,
  sameKeys,
  sharedTimeline,
  type Timeline,
  windowAt,
  within,
} from './timeline';
import { timelineArguments } from './timeline-arguments';

export function lowerActivityCountsMetrics(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const { timeline, start, end, step } = timelineArguments(node, input, context, 1);
  const windowed = (time: Expr) => windowAt(time, step, start);
  const read = sharedTimeline(within(timeline, start, end), context);
  const counts = countsPer(read(), windowed, context);
  const news = newIdsPer(read(), windowed, context);
  const joined = joinOf('leftouter', counts, news, sameKeys(cellsOf(counts, 0, -2), cellsOf(news, 0, -1)));
  const dims = cellsOf(counts, 1, -2);
  const newIds = orZero(cellAt(news, -1));
  const group = dims.length > 0 ? [callOf('pack_array', 'dynamic', ...dims)] : [];
  const soFar = namedOutput(context, 'so_far', windowOf('row_cumsum', 'long', span, newIds, ...group));
  const cumulated = extendOf(sortOf(joined, cellAt(counts, 0), ...dims), [soFar]);
  return projectAs(node, cumulated, [...cellsOf(counts), newIds, columnExpr(soFar.column, span)], context);
}

function countsPer({ rows, id, time, dims }: Timeline, windowed: (time: Expr) => Expr, context: Context): Rows {
  const count = namedOutput(context, 'count', aggregateOf('count', 'long', rows.span));
  return groupOf(rows, keysOf(context, windowed(time), ...dims), [count, dcountOf(context, id)]);
}

/** An id is new in the first window it is seen in. */
function newIdsPer({ rows, id, time, dims }: Timeline, windowed: (time: Expr) => Expr, context: Context): Rows {
  const first = namedOutput(context, 'first', aggregateOf('min', time.type, rows.span, windowed(time)));
  const ids = groupOf(whereOf(rows, isKnown(id)), keysOf(context, id, ...dims), [first]);
  const count = namedOutput(context, 'new', aggregateOf('count', 'long', rows.span));
  return groupOf(ids, keysOf(context, cellAt(ids, -1), ...cellsOf(ids, 1, -1)), [count]);
}
