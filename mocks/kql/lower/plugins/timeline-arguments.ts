/** The arguments that the user-analytics plugins share: an id column, a time column, start and end, scalars, dimensions. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { pluginArguments } from './plugin-arguments';
import { readTimeline, type Timeline } from './timeline';

export type TimelineArguments = {
  readonly timeline: Timeline;
  readonly start: Expr;
  readonly end: Expr;
  /** The first one of `scalars`, which every plugin has. */
  readonly step: Expr;
  /** The scalars after the end, as many as were asked for. */
  readonly scalars: readonly Expr[];
};

/** `f(Id, Time, Start, End, scalars…, dimensions…)`. */
export function timelineArguments(
  node: SyntaxNode,
  input: Rows,
  context: Context,
  scalarCount: number,
): TimelineArguments {
  const [id, time, start, end, ...rest] = pluginArguments(node).positional;
  const scalars = rest.slice(0, scalarCount).map((scalar) => lowerExpr(scalar, context));
  const [step] = scalars;
  if (!id || !time || !start || !end || !step || scalars.length < scalarCount) {
    throw new Refusal('This form of the plugin', spanOf(node));
  }
  const timeline = readTimeline(input, { id, time, dims: rest.slice(scalarCount) }, context);
  return { timeline, start: lowerExpr(start, context), end: lowerExpr(end, context), step, scalars };
}

/** The two scalars of the plugins that have two. */
export function requiredScalars(scalars: readonly Expr[], node: SyntaxNode): readonly [Expr, Expr] {
  const [first, second] = scalars;
  if (!first || !second) throw new Refusal('This form of the plugin', spanOf(node));
  return [first, second];
}
