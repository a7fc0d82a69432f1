import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { boundColumns, type Context, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';

/** `range x from a to b step s`. */
export function lowerRange(node: SyntaxNode, context: Context): Rows {
  const inside: Context = { ...context, scope: { columns: [] } };
  const [from, to, step] = [node.child('From'), node.child('To'), node.child('Step')].map((end) =>
    lowerExpr(end, inside),
  );
  if (!from || !to || !step) throw new Error('range has lost an end');
  return { op: 'range', from, to, step, columns: freshColumns(context, boundColumns(node)), span: spanOf(node) };
}
