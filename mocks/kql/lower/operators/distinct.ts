import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { columnsOf, lowerParts, matchOutputs } from '../expressions/outputs';

/** `distinct`: one row per combination of the given columns, or of all of them. */
export function lowerDistinct(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const parts = node
    .list('Expressions')
    .flatMap((expression): Expr[] =>
      expression.kind === 'StarExpression'
        ? input.columns.map((column) => columnExpr(column, span))
        : lowerParts(expression, context),
    );
  const keys = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'summarize', input, keys, aggregates: [], columns: columnsOf(keys), span };
}
