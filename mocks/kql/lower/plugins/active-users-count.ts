/**
 * `active_users_count`: ids that were there in enough periods of the lookback before one of their appearances.
 * https://learn.microsoft.com/kusto/query/active-users-count-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { cellAt, cellsOf, groupOf, joinOf, whereOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { projectAs } from '../operators/project-as';
import {
  byWindow,
  dcountOf,
  earlier,
  isAtMost,
  isBefore,
  isKnown,
  keysOf,
  sameKeys,
  sharedTimeline,
  timelineOf,
  windowAt,
  withLookback,
} from './timeline';
import { timelineArguments } from './timeline-arguments';

export function lowerActiveUsersCount(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, end, scalars } = timelineArguments(node, input, context, 4);
  const [lookback, period, periods, step] = scalars;
  if (!lookback || !period || !periods || !step) throw new Refusal('This form of the plugin', spanOf(node));
  const { rows, id, time, dims } = withLookback(timeline, start, end, lookback);
  const merged = groupOf(whereOf(rows, isKnown(id)), keysOf(context, id, windowAt(time, period, start), ...dims), []);
  const read = sharedTimeline(timelineOf(merged), context);
  const [now, then] = [read(), read()];
  const on = sameKeys([now.id, ...now.dims], [then.id, ...then.dims]);
  const pairs = whereOf(
    joinOf('inner', whereOf(now.rows, isAtMost(start, now.time)), then.rows, on),
    isAtMost(then.time, now.time),
    isBefore(earlier(now.time, lookback), then.time),
  );
  const appearances = groupOf(pairs, keysOf(context, ...cellsOf(now.rows)), [dcountOf(context, then.time)]);
  const active = whereOf(appearances, isAtMost(periods, cellAt(appearances, -1)));
  const keys = keysOf(context, windowAt(cellAt(active, 1), step, start), ...cellsOf(active, 2, -1));
  const counted = groupOf(active, keys, [dcountOf(context, cellAt(active, 0))]);
  return projectAs(node, byWindow(counted), cellsOf(counted), context);
}
