import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { type Context, freshColumn, spanOf } from './context';
import { lowerRows } from './rows';

/** `materialize(T)`: computed once per query, however often it is read. */
export function lowerShared(node: SyntaxNode, context: Context): Rows {
  const input = lowerRows(node.child('Expression'), context);
  if (context.perRow) return input;
  context.query.nextId += 1;
  const columns = input.columns.map((column) => freshColumn(context, column.name, column.type));
  return { op: 'shared', name: `shared_${context.query.nextId}`, input, columns, span: spanOf(node) };
}
