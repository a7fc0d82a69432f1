import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { boundColumns, type Context, spanOf } from './context';
import { columnsOf, lowerParts, matchOutputs } from './outputs';

/** `print`: one row of expressions over no table. */
export function lowerPrint(node: SyntaxNode, context: Context): Rows {
  const inside: Context = { ...context, scope: { columns: [] } };
  const parts = node.list('Expressions').flatMap((expression) => lowerParts(expression, inside));
  const outputs = matchOutputs(boundColumns(node), parts, node, inside);
  return {
    op: 'values',
    rows: [outputs.map((output) => output.expr)],
    columns: columnsOf(outputs),
    span: spanOf(node),
  };
}
