/**
 * `activity_engagement`: the ids of a window against those of a longer one that ends with it (daily against monthly).
 * https://learn.microsoft.com/kusto/query/activity-engagement-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { cellAt, cellsOf, groupOf, joinOf, whereOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';
import {
  byWindow,
  dcountOf,
  isAtMost,
  keysOf,
  lookedBackOn,
  ratio,
  readTimeline,
  sameKeys,
  sharedTimeline,
  type Timeline,
  timelineOf,
  windowAt,
  withLookback,
} from './timeline';

type Settings = {
  readonly timeline: Timeline;
  readonly start: Expr | undefined;
  readonly end: Expr | undefined;
  readonly inner: Expr;
  readonly outer: Expr;
};

/** `(Id, Time, Inner, Outer)` or `(Id, Time, Start, End, Inner, Outer, dimensions…)`. */
function settingsOf(node: SyntaxNode, input: Rows, context: Context): Settings {
  const [id, time, ...rest] = pluginArguments(node).positional;
  const bounded = rest.length > 2;
  const [first, second, ...dims] = bounded ? rest.slice(2) : rest;
  const [start, end] = bounded ? rest : [];
  if (!id || !time || !first || !second) throw new Refusal('This form of the plugin', spanOf(node));
  const lower = (scalar: SyntaxNode | undefined) => scalar && lowerExpr(scalar, context);
  const timeline = readTimeline(input, { id, time, dims }, context);
  return {
    timeline,
    start: lower(start),
    end: lower(end),
    inner: lowerExpr(first, context),
    outer: lowerExpr(second, context),
  };
}

export function lowerActivityEngagement(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, end, inner, outer } = settingsOf(node, input, context);
  const bounded = start && end ? withLookback(timeline, start, end, outer) : timeline;
  const { rows, id, time, dims } = bounded;
  const merged = groupOf(rows, keysOf(context, id, windowAt(time, inner, start), ...dims), []);
  const read = sharedTimeline(timelineOf(merged), context);
  const own = read();
  const atStart = start ? whereOf(own.rows, isAtMost(start, own.time)) : own.rows;
  const inners = groupOf(atStart, keysOf(context, own.time, ...own.dims), [dcountOf(context, own.id)]);
  const wide = read();
  const seen = lookedBackOn(wide, wide.time, { lookback: outer, step: inner, start, end }, context);
  const outers = groupOf(seen.rows, keysOf(context, seen.reached, ...wide.dims), [dcountOf(context, wide.id)]);
  const joined = joinOf('inner', inners, outers, sameKeys(cellsOf(inners, 0, -1), cellsOf(outers, 0, -1)));
  const [few, many] = [cellAt(inners, -1), cellAt(outers, -1)];
  return projectAs(node, byWindow(joined), [...cellsOf(inners), many, ratio(few, many)], context);
}
