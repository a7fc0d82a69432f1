import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, JoinKind, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs } from '../expressions/outputs';
import { apartFrom } from '../fresh-ids';
import { parameterWord } from '../parameters';
import { lowerRows } from '../rows';

const kinds: Readonly<Record<string, JoinKind>> = {
  innerunique: 'innerunique',
  inner: 'inner',
  leftouter: 'leftouter',
  rightouter: 'rightouter',
  fullouter: 'fullouter',
  leftsemi: 'leftsemi',
  rightsemi: 'rightsemi',
  anti: 'leftanti',
  leftanti: 'leftanti',
  leftantisemi: 'leftanti',
  rightanti: 'rightanti',
  rightantisemi: 'rightanti',
};

export type JoinCondition = { readonly left: Expr; readonly right: Expr };

/** `join`: innerunique when no kind is given. */
export function lowerJoin(node: SyntaxNode, left: Rows, context: Context): Rows {
  const word = parameterWord(node, 'kind') ?? 'innerunique';
  const kind = kinds[word];
  if (!kind) throw new Refusal(`join kind=${word}`, spanOf(node));
  const right = apartFrom(lowerRows(node.child('Expression'), context), left, context);
  const on = lowerConditions(node.optional('ConditionClause'), left, right, context);
  const outputs = matchOutputs(boundColumns(node), parts(kind, left, right, node), node, context);
  return { op: 'join', kind, left, right, on, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

function parts(kind: JoinKind, left: Rows, right: Rows, node: SyntaxNode): Expr[] {
  const of = (columns: readonly Column[]): Expr[] => columns.map((column) => columnExpr(column, spanOf(node)));
  if (kind === 'leftsemi' || kind === 'leftanti') return of(left.columns);
  if (kind === 'rightsemi' || kind === 'rightanti') return of(right.columns);
  return of([...left.columns, ...right.columns]);
}

export function lowerConditions(
  clause: SyntaxNode | undefined,
  left: Rows,
  right: Rows,
  context: Context,
): JoinCondition[] {
  if (clause?.kind !== 'JoinOnClause') return [];
  const sides: Context = { ...context, scope: { columns: left.columns, left: left.columns, right: right.columns } };
  return clause.list('Expressions').flatMap((expression) => lowerCondition(expression, left, right, sides));
}

function lowerCondition(node: SyntaxNode, left: Rows, right: Rows, context: Context): JoinCondition[] {
  if (node.kind === 'ParenthesizedExpression') return lowerCondition(node.child('Expression'), left, right, context);
  if (node.kind === 'AndExpression') {
    return [node.child('Left'), node.child('Right')].flatMap((side) => lowerCondition(side, left, right, context));
  }
  if (node.kind === 'EqualExpression') {
    const ends = [lowerExpr(node.child('Left'), context), lowerExpr(node.child('Right'), context)];
    const ofLeft = ends.find((end) => readsFrom(end, left));
    const ofRight = ends.find((end) => end !== ofLeft && readsFrom(end, right));
    if (ofLeft && ofRight) return [scalarKeys({ left: ofLeft, right: ofRight })];
  }
  const name = node.simpleName;
  const [a, b] = [left, right].map((rows) => rows.columns.find((column) => column.name === name));
  if (!a || !b) throw new Refusal(`The join condition ${node.text.slice(0, 60)}`, spanOf(node));
  return [scalarKeys({ left: columnExpr(a, spanOf(node)), right: columnExpr(b, spanOf(node)) })];
}

/** Dynamic values have no order and no hash: Kusto joins by none. */
function scalarKeys(condition: JoinCondition): JoinCondition {
  const key = [condition.left, condition.right].find((side) => side.type === 'dynamic');
  if (!key) return condition;
  const name = key.kind === 'column' ? key.column.name : 'key';
  const message = `The join key '${name}' is dynamic; extend it with an explicit conversion, such as tostring(${name}), before the join.`;
  throw new SemanticError('General_BadRequest', message, key.span);
}

const readsFrom = (expr: Expr, rows: Rows): boolean =>
  expr.kind === 'column' && rows.columns.some((column) => column.id === expr.column.id);
