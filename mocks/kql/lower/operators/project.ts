import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { hoistWindows } from '../expressions/hoist-windows';
import { columnsOf, lowerParts, matchOutputs } from '../expressions/outputs';

/** `project`: the given expressions, in their order, and nothing else. */
export function lowerProject(node: SyntaxNode, input: Rows, context: Context): Rows {
  const parts = node.list('Expressions').flatMap((expression) => lowerProjected(expression, context));
  const hoisted = hoistWindows(input, parts, context);
  const outputs = matchOutputs(boundColumns(node), hoisted.exprs, node, context);
  return { op: 'project', input: hoisted.rows, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

function lowerProjected(node: SyntaxNode, context: Context): Expr[] {
  if (node.kind === 'StarExpression') return context.scope.columns.map((column) => columnExpr(column, spanOf(node)));
  return lowerParts(node, context);
}
