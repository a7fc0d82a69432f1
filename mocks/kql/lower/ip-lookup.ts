import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, spanOf } from './context';
import { lowerExpr } from './expression';
import { apartFrom } from './fresh-ids';
import { columnsOf } from './outputs';
import { pluginArguments } from './plugin-arguments';
import { lowerRows } from './rows';

/** `ipv4_lookup(T, address, network)`: joins each address with the networks it lies in. Every pair is tested. */
export function lowerIpLookup(node: SyntaxNode, left: Rows, context: Context): Rows {
  const span = spanOf(node);
  const { positional, named } = pluginArguments(node);
  const [table, address, ...networks] = positional;
  if (!table || !address || networks.length !== 1 || !networks[0])
    throw new Refusal('A lookup with further keys', span);
  if (named.get('return_unmatched')?.text === 'true') throw new Refusal('A lookup that returns unmatched rows', span);
  const right = apartFrom(lowerRows(table, context), left, context);
  const columns = [...left.columns, ...right.columns];
  const pairs: Rows = {
    op: 'join',
    kind: 'inner',
    left,
    right,
    on: [],
    outputs: columns.map((column): Output => ({ column, expr: columnExpr(column, span) })),
    columns,
    span,
  };
  const args = [lowerExpr(address, context), lowerExpr(networks[0], { ...context, scope: { columns: right.columns } })];
  const condition: Expr = { kind: 'call', name: 'ipv4_is_in_range', args, type: 'bool', span };
  const matching: Rows = { op: 'where', input: pairs, condition, columns, span };
  const outputs = boundColumns(node).map((bound, index): Output => {
    const own =
      index < left.columns.length ? left.columns[index] : right.columns.find((column) => column.name === bound.name);
    const found = own ?? right.columns[index - left.columns.length];
    if (!found) throw new Refusal('This form of lookup', span);
    return { column: { ...found, name: bound.name }, expr: columnExpr(found, span) };
  });
  return { op: 'project', input: matching, outputs, columns: columnsOf(outputs), span };
}
