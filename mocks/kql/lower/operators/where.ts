import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { hoistWindows } from '../expressions/hoist-windows';

/** `where`: keeps the rows for which the condition is true; null is not. */
export function lowerWhere(node: SyntaxNode, input: Rows, context: Context): Rows {
  return filtered(input, node, node.child('Condition'), context);
}

export function filtered(input: Rows, node: SyntaxNode, condition: SyntaxNode, context: Context): Rows {
  const hoisted = hoistWindows(input, [lowerExpr(condition, context)], context, true);
  const [test] = hoisted.exprs;
  if (!test) return input;
  return { op: 'where', input: hoisted.rows, condition: test, columns: input.columns, span: spanOf(node) };
}
