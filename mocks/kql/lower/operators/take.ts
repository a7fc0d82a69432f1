import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';

/** `take`/`limit` and `sample`: that many rows, which ones is not promised. `consume` gives none. */
export function lowerTake(node: SyntaxNode, input: Rows, context: Context): Rows {
  const none: Expr = { kind: 'literal', type: 'long', value: 0n, span: spanOf(node) };
  const count = node.kind === 'ConsumeOperator' ? none : lowerExpr(node.child('Expression'), context);
  return { op: 'take', input, count, columns: input.columns, span: spanOf(node) };
}
