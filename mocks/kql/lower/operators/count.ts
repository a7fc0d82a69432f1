import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { boundColumns, type Context, spanOf } from '../context';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** `count`: one row, also for no rows. */
export function lowerCount(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const aggregates = matchOutputs(
    boundColumns(node),
    [{ kind: 'aggregate', name: 'count', args: [], type: 'long', span }],
    node,
    context,
  );
  return { op: 'summarize', input, keys: [], aggregates, columns: columnsOf(aggregates), span };
}
