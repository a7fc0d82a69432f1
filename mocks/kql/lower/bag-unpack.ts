import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, spanOf, toScalarType } from './context';
import { lowerExpr } from './expression';
import { columnsOf, outputFor } from './outputs';
import { pluginArguments } from './plugin-arguments';

/** `bag_unpack(bag, prefix)` with a schema: a column per key; columns the input has already are its own. */
export function lowerBagUnpack(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const { positional, named } = pluginArguments(node);
  const [bagNode, prefixNode] = positional;
  if (!bagNode || !node.optional('Schema')) throw new Refusal('bag_unpack() at this place without a schema', span);
  const bag = lowerExpr(bagNode, context);
  const prefix = (prefixNode ?? named.get('OutputColumnPrefix'))?.stringValue ?? '';
  const outputs = boundColumns(node).map((bound): Output => {
    const own = input.columns.find((column) => column.name === bound.name);
    if (own && !(bag.kind === 'column' && own.id === bag.column.id))
      return { column: own, expr: columnExpr(own, span) };
    const name = prefix && bound.name.startsWith(prefix) ? bound.name.slice(prefix.length) : bound.name;
    const key: Expr = { kind: 'literal', type: 'string', value: name, span };
    const value: Expr = { kind: 'call', name: '.', args: [bag, key], type: 'dynamic', span };
    return outputFor({ name: bound.name, type: toScalarType(bound.type) }, value, context);
  });
  return { op: 'project', input, outputs, columns: columnsOf(outputs), span };
}
