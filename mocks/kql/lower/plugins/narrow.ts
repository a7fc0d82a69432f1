import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from '../context';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** `evaluate narrow()`: a row per cell, with the row's number, the column's name and the value as text. */
export function lowerNarrow(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const row = freshColumn(context, 'row', 'long');
  const first: Expr = { kind: 'literal', type: 'long', value: 0n, span };
  const numbered: Rows = {
    op: 'project',
    input,
    outputs: [
      ...input.columns.map((column): Output => ({ column, expr: columnExpr(column, span) })),
      { column: row, expr: { kind: 'window', name: 'row_number', args: [first], type: 'long', span } },
    ],
    columns: [...input.columns, row],
    span,
  };
  const pairs: Expr = {
    kind: 'call',
    name: 'pack_array',
    args: input.columns.map(
      (column): Expr => ({
        kind: 'call',
        name: 'pack_array',
        args: [
          { kind: 'literal', type: 'string', value: column.name, span },
          { kind: 'call', name: 'tostring', args: [columnExpr(column, span)], type: 'string', span },
        ],
        type: 'dynamic',
        span,
      }),
    ),
    type: 'dynamic',
    span,
  };
  const pair = freshColumn(context, 'pair', 'dynamic');
  const expanded: Rows = {
    op: 'expand',
    input: numbered,
    expansions: [{ column: pair, of: pairs, asPairs: false }],
    index: undefined,
    limit: undefined,
    columns: [...numbered.columns, pair],
    span,
  };
  const part = (index: bigint): Expr => ({
    kind: 'call',
    name: 'tuple_part',
    args: [columnExpr(pair, span), { kind: 'literal', type: 'long', value: index, span }],
    type: 'string',
    span,
  });
  const outputs = matchOutputs(boundColumns(node), [columnExpr(row, span), part(0n), part(1n)], node, context);
  return { op: 'project', input: expanded, outputs, columns: columnsOf(outputs), span };
}
