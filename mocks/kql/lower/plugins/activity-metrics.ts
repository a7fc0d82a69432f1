/**
 * `activity_metrics`: each window against the one before it: ids, new ids, how many came back and how many did not.
 * https://learn.microsoft.com/kusto/query/activity-metrics-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { aggregateOf, callOf, cellAt, cellsOf, groupOf, joinOf, namedOutput, whereOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';
import {
  byWindow,
  dcountOf,
  isKnown,
  keysOf,
  nextWindow,
  orZero,
  ratio,
  readTimeline,
  sameKeys,
  sharedTimeline,
  type Timeline,
  timelineOf,
  windowAt,
  within,
} from './timeline';

type Settings = { readonly timeline: Timeline; readonly start: Expr | undefined; readonly step: Expr };

/** `(Id, Time, Step)` or `(Id, Time, Start, End, Step, dimensions…)`. */
function settingsOf(node: SyntaxNode, input: Rows, context: Context): Settings {
  const [id, time, ...rest] = pluginArguments(node).positional;
  const bounded = rest.length > 1;
  const [start, end] = bounded ? rest : [];
  const [step, ...dims] = bounded ? rest.slice(2) : rest;
  if (!id || !time || !step) throw new Refusal('This form of activity_metrics()', spanOf(node));
  const all = readTimeline(input, { id, time, dims }, context);
  const from = start && lowerExpr(start, context);
  const timeline = from && end ? within(all, from, lowerExpr(end, context)) : all;
  return { timeline, start: from, step: lowerExpr(step, context) };
}

export function lowerActivityMetrics(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, step } = settingsOf(node, input, context);
  const { rows, id, time, dims } = timeline;
  const merged = groupOf(whereOf(rows, isKnown(id)), keysOf(context, id, windowAt(time, step, start), ...dims), []);
  const read = sharedTimeline(timelineOf(merged), context);
  const now = read();
  const before = followed(read(), step, context);
  // An id of the window before, carried to this one, is an id that came back.
  const pairs = joinOf('leftouter', now.rows, before.rows, sameKeys(cellsOf(now.rows), cellsOf(before.rows)));
  const isBack = isKnown(before.time);
  const back = namedOutput(context, 'back', aggregateOf('countif', 'long', rows.span, isBack));
  const counts = groupOf(pairs, keysOf(context, now.time, ...now.dims), [dcountOf(context, now.id), back]);
  const earlier = followed(read(), step, context);
  const sizes = groupOf(earlier.rows, keysOf(context, earlier.time, ...earlier.dims), [dcountOf(context, earlier.id)]);
  const joined = joinOf('leftouter', counts, sizes, sameKeys(cellsOf(counts, 0, -2), cellsOf(sizes, 0, -1)));
  const [all, returned, size] = [cellAt(counts, -2), cellAt(counts, -1), orZero(cellAt(sizes, -1))];
  const parts = [
    ...cellsOf(counts, 0, -1),
    callOf('-', 'long', all, returned),
    ratio(returned, size),
    ratio(callOf('-', 'long', size, returned), size),
  ];
  return projectAs(node, byWindow(joined), parts, context);
}

/** The same ids, under the window after their own. */
function followed({ rows, id, time, dims }: Timeline, step: Expr, context: Context): Timeline {
  return timelineOf(groupOf(rows, keysOf(context, id, nextWindow(time, step), ...dims), []));
}
