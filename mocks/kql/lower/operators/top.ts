import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { SemanticError } from '../../refusal';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { sortKey } from './sort';

/** `top n by x`: sort, then take. */
export function lowerTop(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const key = sortKey(node.child('ByExpression'), context);
  if (key.expr.type === 'dynamic') {
    throw new SemanticError(
      'General_BadRequest',
      'top: a dynamic value cannot be sorted by; convert it.',
      key.expr.span,
    );
  }
  const sorted: Rows = { op: 'sort', input, keys: [key], columns: input.columns, span };
  const count = lowerExpr(node.child('Expression'), context);
  return { op: 'take', input: sorted, count, columns: input.columns, span };
}
