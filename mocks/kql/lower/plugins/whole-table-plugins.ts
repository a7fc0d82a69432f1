/** Plugins that look at the table as a whole: `identity` gives it back, `estimate_rows_count` counts it. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { aggregateOf, cellsOf, groupOf, namedOutput } from '../build-rows';
import { type Context, spanOf } from '../context';
import { projectAs } from '../operators/project-as';

export const lowerIdentity = (_node: SyntaxNode, input: Rows, _context: Context): Rows => input;

/** Exact here. */
export function lowerEstimateRowsCount(node: SyntaxNode, input: Rows, context: Context): Rows {
  const counted = groupOf(input, [], [namedOutput(context, 'count', aggregateOf('count', 'long', spanOf(node)))]);
  return projectAs(node, counted, cellsOf(counted), context);
}
