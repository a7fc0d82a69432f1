/**
 * `session_count`: appearances of an id after which it was not seen for the lookback, per window.
 * https://learn.microsoft.com/kusto/query/session-count-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { aggregateOf, callOf, cellsOf, extendOf, groupOf, namedOutput, sortOf, whereOf, windowOf } from '../build-rows';
import { type Context, columnExpr } from '../context';
import { projectAs } from '../operators/project-as';
import { byWindow, isAtMost, isBefore, isKnown, keysOf, later, timelineOf, windowAt, withLookback } from './timeline';
import { requiredScalars, timelineArguments } from './timeline-arguments';

export function lowerSessionCount(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, end, scalars } = timelineArguments(node, input, context, 2);
  const [step, lookback] = requiredScalars(scalars, node);
  const bounded = withLookback(timeline, start, end, lookback);
  const merged = groupOf(
    whereOf(bounded.rows, isKnown(bounded.id)),
    keysOf(context, bounded.id, bounded.time, ...bounded.dims),
    [],
  );
  const { rows, id, time, dims } = timelineOf(merged);
  const { span } = rows;
  const who = namedOutput(context, 'who', callOf('pack_array', 'dynamic', id, ...dims));
  const whoExpr = columnExpr(who.column, span);
  const sorted = sortOf(extendOf(rows, [who]), whoExpr, time);
  const previous = (of: Expr) => namedOutput(context, 'previous', windowOf('prev', of.type, span, of));
  const [whoBefore, timeBefore] = [previous(whoExpr), previous(time)];
  const linked = extendOf(sorted, [whoBefore, timeBefore]);
  const isSame = callOf('same', 'bool', whoExpr, columnExpr(whoBefore.column, span));
  const lapsed = isBefore(later(columnExpr(timeBefore.column, span), lookback), time);
  const isNew = callOf('or', 'bool', callOf('not', 'bool', isSame), lapsed);
  const sessions = whereOf(linked, isAtMost(start, time), isNew);
  const count = namedOutput(context, 'count', aggregateOf('count', 'long', span));
  const counted = groupOf(sessions, keysOf(context, windowAt(time, step, start), ...dims), [count]);
  return projectAs(node, byWindow(counted), cellsOf(counted), context);
}
