import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { withoutOrder } from '../serialized';

/** `datatable(…)[…]`: cells row after row, each of its column's type. */
export function lowerDatatable(node: SyntaxNode, context: Context): Rows {
  const columns = freshColumns(context, boundColumns(node));
  const inside: Context = { ...context, scope: { columns: [] } };
  const cells = node.list('Values').map((value) => lowerExpr(value, inside));
  const rows: Expr[][] = [];
  const width = Math.max(1, columns.length);
  for (let start = 0; start < cells.length; start += width) rows.push(cells.slice(start, start + width));
  const whole = rows.filter((row) => row.length === width);
  return withoutOrder({ op: 'values', rows: whole, columns, span: spanOf(node) });
}
