import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from './context';
import { lowerExpr } from './expression';
import { columnsOf, matchOutputs } from './outputs';
import { refreshed } from './refreshed';
import { lowerRows } from './rows';

/** `partition by key (subquery)`: the subquery over the rows of each key, results one after the other. */
export function lowerPartition(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const operand = node.child('Operand');
  const subquery = operand.optional('Subquery') ?? operand.optional('Expression');
  const key = lowerExpr(node.child('ByExpression'), context);
  if (!subquery || key.kind !== 'column') throw new Refusal('This form of partition', span);
  context.query.nextId += 1;
  const shared: Rows = {
    op: 'shared',
    name: `shared_${context.query.nextId}`,
    input,
    columns: input.columns.map((column) => freshColumn(context, column.name, column.type)),
    span,
  };
  const position = input.columns.findIndex((column) => column.id === key.column.id);
  const keyOf = (rows: Rows): Expr => {
    const column = rows.columns[position];
    if (!column) throw new Refusal('This form of partition', span);
    return columnExpr(column, span);
  };
  const group = freshColumn(context, key.column.name, key.type);
  const groups: Rows = {
    op: 'summarize',
    input: shared,
    keys: [{ column: group, expr: keyOf(shared) }],
    aggregates: [],
    columns: [group],
    span,
  };
  const members = refreshed(shared, context);
  const same: Expr = {
    kind: 'call',
    name: 'same',
    args: [keyOf(members), columnExpr(group, span)],
    type: 'bool',
    span,
  };
  const filtered: Rows = { op: 'where', input: members, condition: same, columns: members.columns, span };
  const body = lowerRows(subquery, { ...context, scope: { columns: members.columns }, implicitInput: filtered });
  const applied: Rows = { op: 'apply', input: groups, body, columns: [group, ...body.columns], span };
  const outputs = matchOutputs(
    boundColumns(node),
    body.columns.map((column) => columnExpr(column, span)),
    node,
    context,
  );
  return { op: 'project', input: applied, outputs, columns: columnsOf(outputs), span };
}
