/**
 * `sliding_window_counts`: rows and ids of a lookback period, per window.
 * https://learn.microsoft.com/kusto/query/sliding-window-counts-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { aggregateOf, cellAt, cellsOf, groupOf, namedOutput } from '../build-rows';
import type { Context } from '../context';
import { projectAs } from '../operators/project-as';
import { byWindow, dcountOf, keysOf, lookedBackOn, timelineOf, windowAt, withLookback } from './timeline';
import { requiredScalars, timelineArguments } from './timeline-arguments';

export function lowerSlidingWindowCounts(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, end, scalars } = timelineArguments(node, input, context, 2);
  const [lookback, step] = requiredScalars(scalars, node);
  const { rows, id, time, dims } = withLookback(timeline, start, end, lookback);
  const count = namedOutput(context, 'count', aggregateOf('count', 'long', rows.span));
  // Rows of one id in one window look alike from every window that looks back on them.
  const merged = groupOf(rows, keysOf(context, id, windowAt(time, step, start), ...dims), [count]);
  const reach = { lookback, step, start, end };
  const seen = lookedBackOn(timelineOf(merged), cellAt(merged, 1), reach, context);
  const total = namedOutput(context, 'count', aggregateOf('sum', 'long', rows.span, cellAt(merged, -1)));
  const keys = keysOf(context, seen.reached, ...cellsOf(merged, 2, -1));
  const counted = groupOf(seen.rows, keys, [total, dcountOf(context, cellAt(merged, 0))]);
  return projectAs(node, byWindow(counted), cellsOf(counted), context);
}
