import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { type Context, freshColumn, spanOf } from '../context';

/** `as` names its input for what follows: computed once, so that both places read the same rows. */
export function lowerAs(node: SyntaxNode, input: Rows, context: Context): Rows {
  if (context.perRow) {
    context.query.named.set(node.child('Name').simpleName, input);
    return input;
  }
  context.query.nextId += 1;
  const columns = input.columns.map((column) => freshColumn(context, column.name, column.type));
  const name = `shared_${context.query.nextId}`;
  const shared: Rows = { op: 'shared', name, input, columns, span: spanOf(node) };
  context.query.named.set(node.child('Name').simpleName, shared);
  return shared;
}
