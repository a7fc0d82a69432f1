import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** `top-hitters n of x [by y]`: the values with the most rows, or the greatest sum of y. Exact here, approximate in Kusto. */
export function lowerTopHitters(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const by = node.optional('ByClause')?.child('Expression');
  const weight: Expr = by
    ? { kind: 'aggregate', name: 'sum', args: [lowerExpr(by, context)], type: 'long', span }
    : { kind: 'aggregate', name: 'count', args: [], type: 'long', span };
  const outputs = matchOutputs(
    boundColumns(node),
    [lowerExpr(node.child('OfExpression'), context), weight],
    node,
    context,
  );
  const columns = columnsOf(outputs);
  const grouped: Rows = {
    op: 'summarize',
    input,
    keys: outputs.slice(0, 1),
    aggregates: outputs.slice(1),
    columns,
    span,
  };
  // Ties go by the value, so that two runs agree.
  const keys = [...columns]
    .reverse()
    .map((column) => ({ expr: columnExpr(column, span), descending: true, nullsFirst: false }));
  const sorted: Rows = { op: 'sort', input: grouped, keys, columns, span };
  return { op: 'take', input: sorted, count: lowerExpr(node.child('Expression'), context), columns, span };
}
