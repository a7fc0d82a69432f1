/** `dcount_intersect`: how many values sets have in common. https://learn.microsoft.com/kusto/query/dcount-intersect-plugin */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, cellAt, cellsOf, extendOf, longOf, namedOutput } from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';

/** The work doubles with each set. */
const mostSets = 8;

export function lowerDcountIntersect(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const sets = pluginArguments(node).positional.map((set) => lowerExpr(set, context));
  if (sets.length < 2 || sets.length > mostSets) throw new Refusal(`dcount_intersect() of ${sets.length} sets`, span);
  const counts = extendOf(input, [namedOutput(context, 'counts', callOf('hll#intersections', 'dynamic', ...sets))]);
  const parts = sets.map((_, index) => callOf('tuple_part', 'long', cellAt(counts, -1), longOf(index, span)));
  return projectAs(node, counts, [...cellsOf(input), ...parts], context);
}
