/** Rows of plain values as a table of the query. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import type { Expr, LiteralValue, Rows, Span } from '../../ir';
import { type Context, freshColumn } from '../context';

export function literalRows(
  columns: readonly { readonly name: string; readonly type: ScalarType }[],
  cells: readonly (readonly LiteralValue[])[],
  span: Span,
  context: Context,
): Rows {
  return {
    op: 'values',
    columns: columns.map((column) => freshColumn(context, column.name, column.type)),
    rows: cells.map((row) =>
      columns.map(
        ({ type }, index): Expr => ({
          kind: 'literal',
          type,
          value: row[index] ?? (type === 'string' ? '' : null),
          span,
        }),
      ),
    ),
    span,
  };
}
