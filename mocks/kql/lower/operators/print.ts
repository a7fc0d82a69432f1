import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { boundColumns, type Context, spanOf } from '../context';
import { columnsOf, lowerParts, matchOutputs, namesOf } from '../expressions/outputs';

/** `print`: one row of expressions over no table. */
export function lowerPrint(node: SyntaxNode, context: Context): Rows {
  const inside: Context = { ...context, scope: { columns: [] } };
  // What a function gives beyond the names is dropped.
  const parts = node.list('Expressions').flatMap((expression) => {
    const found = lowerParts(expression, inside);
    return found.slice(0, namesOf(expression).length || found.length);
  });
  const outputs = matchOutputs(boundColumns(node), parts, node, inside);
  return {
    op: 'values',
    rows: [outputs.map((output) => output.expr)],
    columns: columnsOf(outputs),
    span: spanOf(node),
  };
}
