import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { type Context, spanOf } from './context';
import { lowerExpr } from './expression';
import { sortKey } from './sort';

/** `top n by x`: sort, then take. */
export function lowerTop(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const keys = [sortKey(node.child('ByExpression'), context)];
  const sorted: Rows = { op: 'sort', input, keys, columns: input.columns, span };
  const count = lowerExpr(node.child('Expression'), context);
  return { op: 'take', input: sorted, count, columns: input.columns, span };
}
