/**
 * `partition by key (subquery)`: the subquery over the rows of each key, results one after the other; `{ T | … }` reads
 * another table and knows of the key alone. Strategies and hints change how Kusto computes, not what.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf, withName } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs } from '../expressions/outputs';
import { refreshed } from '../refreshed';
import { lowerRows } from '../rows';

export function lowerPartition(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const key = lowerExpr(node.child('ByExpression'), context);
  const scope = node.optional('Scope');
  if (scope) throw new Refusal('partition in a scope', spanOf(scope));
  if (key.kind !== 'column') throw new Refusal('partition by an expression', span);
  const shared = sharedRows(input, context);
  const place = input.columns.findIndex((column) => column.id === key.column.id);
  const group = freshColumn(context, key.column.name, key.type);
  const body = lowerBody(node.child('Operand'), shared, place, group, context);
  const groups = distinctKeys(shared, keyAt(shared, place), group);
  const applied: Rows = { op: 'apply', input: groups, body, columns: [group, ...body.columns], span };
  const parts = body.columns.map((column) => columnExpr(column, span));
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input: applied, outputs, columns: columnsOf(outputs), span };
}

function lowerBody(operand: SyntaxNode, shared: Rows, place: number, group: Column, context: Context): Rows {
  const inside: Context = { ...context, perRow: true, implicitInput: undefined };
  const query = operand.optional('Query');
  if (query) {
    const expr = columnExpr(group, spanOf(query));
    return lowerRows(query, {
      ...withName(inside, group.name, { kind: 'scalar', expr, isKey: true }),
      scope: { columns: [] },
    });
  }
  const members = refreshed(shared, context);
  const { span } = members;
  const same: Expr = {
    kind: 'call',
    name: 'same',
    args: [columnExpr(keyAt(members, place), span), columnExpr(group, span)],
    type: 'bool',
    span,
  };
  const filtered: Rows = { op: 'where', input: members, condition: same, columns: members.columns, span };
  const subquery = operand.child('Subquery');
  return lowerRows(subquery, { ...inside, scope: { columns: members.columns }, implicitInput: filtered });
}

/** Read twice: for the keys, and for each key's rows. Inside another partition there is nothing to compute once. */
function sharedRows(input: Rows, context: Context): Rows {
  if (context.perRow) return input;
  context.query.nextId += 1;
  const columns = input.columns.map((column) => freshColumn(context, column.name, column.type));
  return { op: 'shared', name: `shared_${context.query.nextId}`, input, columns, span: input.span };
}

function keyAt(rows: Rows, place: number): Column {
  const column = rows.columns[place];
  if (!column) throw new Refusal('This form of partition', rows.span);
  return column;
}

function distinctKeys(rows: Rows, key: Column, group: Column): Rows {
  const { span } = rows;
  const keys = [{ column: group, expr: columnExpr(key, span) }];
  const distinct: Rows = { op: 'summarize', input: rows, keys, aggregates: [], columns: [group], span };
  const order = { expr: columnExpr(group, span), descending: false, nullsFirst: true };
  return { op: 'sort', input: distinct, keys: [order], columns: [group], span };
}
