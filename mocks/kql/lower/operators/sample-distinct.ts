import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { boundColumns, type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** `sample-distinct n of x`: that many different values. */
export function lowerSampleDistinct(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const keys = matchOutputs(boundColumns(node), [lowerExpr(node.child('OfExpression'), context)], node, context);
  const columns = columnsOf(keys);
  const distinct: Rows = { op: 'summarize', input, keys, aggregates: [], columns, span };
  return { op: 'take', input: distinct, count: lowerExpr(node.child('Expression'), context), columns, span };
}
