import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows, SortKey } from '../../ir';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';

/** `sort`/`order by`: descending unless said otherwise. */
export function lowerSort(node: SyntaxNode, input: Rows, context: Context): Rows {
  const keys = node.list('Expressions').map((expression) => sortKey(expression, context));
  return { op: 'sort', input, keys, columns: input.columns, span: spanOf(node) };
}

/** Nulls come first when ascending and last when descending. https://learn.microsoft.com/kusto/query/sort-operator */
export function sortKey(node: SyntaxNode, context: Context): SortKey {
  const ordering = node.kind === 'OrderedExpression' ? node.child('Ordering') : undefined;
  const value = node.kind === 'OrderedExpression' ? node.child('Expression') : node;
  const direction = ordering?.optional('AscOrDescKeyword')?.text.toLowerCase() ?? 'desc';
  const nulls = ordering?.optional('NullsClause')?.optional('FirstOrLastKeyword')?.text.toLowerCase();
  const descending = !direction.endsWith('asc');
  return { expr: lowerExpr(value, context), descending, nullsFirst: nulls ? nulls === 'first' : !descending };
}
