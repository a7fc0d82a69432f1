/** Scalar expressions: Microsoft's bound nodes to the intermediate form. Types are the binder's. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, columnExpr, spanOf, toScalarType } from '../context';
import { isTabular, lowerRows } from '../rows';
import { lowerCall } from './call';
import { overEveryColumn } from './every-column';
import { lowerLiteral } from './literals';
import { binaryOperators, membershipOperators } from './operator-names';

type Lower = (node: SyntaxNode, context: Context) => Expr;

export function lowerExpr(node: SyntaxNode, context: Context): Expr {
  const literal = lowerLiteral(node);
  if (literal) return literal;
  const operator = binaryOperators[node.kind];
  if (operator) return binary(operator, node, context);
  const lower = lowerings[node.kind];
  if (!lower) throw new Refusal(`The expression ${node.text.slice(0, 60)}`, spanOf(node));
  return lower(node, context);
}

export const call = (name: string, node: SyntaxNode, args: readonly Expr[]): Expr => ({
  kind: 'call',
  name,
  args,
  type: toScalarType(node.type.scalar),
  span: spanOf(node),
});

function binary(operator: string, node: SyntaxNode, context: Context): Expr {
  if (node.child('Left').kind === 'StarExpression') {
    return overEveryColumn(operator, node, lowerExpr(node.child('Right'), context), context);
  }
  return call(operator, node, [lowerExpr(node.child('Left'), context), lowerExpr(node.child('Right'), context)]);
}

const lowerings: Readonly<Record<string, Lower>> = {
  ParenthesizedExpression: (node, context) => lowerExpr(node.child('Expression'), context),
  SimpleNamedExpression: (node, context) => lowerExpr(node.child('Expression'), context),
  NameReference: lowerName,
  BracketedNameReference: lowerName,
  PathExpression: lowerPath,
  ElementExpression: lowerElement,
  UnaryMinusExpression: lowerMinus,
  UnaryPlusExpression: (node, context) => lowerExpr(node.child('Expression'), context),
  FunctionCallExpression: lowerCall,
  ToScalarExpression: lowerToScalar,
  BetweenExpression: (node, context) => lowerBetween(node, context, 'between'),
  NotBetweenExpression: (node, context) => lowerBetween(node, context, '!between'),
  InExpression: lowerMembership,
  InCsExpression: lowerMembership,
  NotInExpression: lowerMembership,
  NotInCsExpression: lowerMembership,
  HasAnyExpression: (node, context) => lowerHasList(node, context, 'has_any'),
  HasAllExpression: (node, context) => lowerHasList(node, context, 'has_all'),
  SearchExpression: (node, context) => binary('has', node, context),
};

function columnNamed(columns: readonly Column[] | undefined, name: string, node: SyntaxNode): Expr {
  const column = columns?.find((candidate) => candidate.name === name);
  if (!column) throw new Refusal(`The column ${name} at this place`, spanOf(node));
  return columnExpr(column, spanOf(node));
}

function lowerName(node: SyntaxNode, context: Context): Expr {
  const name = node.simpleName;
  const binding = context.names.get(name);
  const { columns, absent } = context.scope;
  if (absent?.includes(name) && !columns.some((column) => column.name === name)) {
    return { kind: 'literal', type: toScalarType(node.type.scalar), value: null, span: spanOf(node) };
  }
  const isHere = columns.some((column) => column.name === node.symbol?.name);
  // The key of an enclosing partition is a column to the binder, and bound by name where another table is read.
  if (node.symbol?.kind === 'Column' && (isHere || binding?.kind !== 'scalar'))
    return columnNamed(columns, node.symbol.name, node);
  if (binding?.kind === 'scalar') return { ...binding.expr, span: spanOf(node) };
  if (binding?.kind === 'rows') return firstCell(binding.lower(), node);
  return columnNamed(context.scope.columns, name, node);
}

const firstCell = (rows: ReturnType<typeof lowerRows>, node: SyntaxNode): Expr => ({
  kind: 'scalar-rows',
  rows,
  type: rows.columns[0]?.type ?? 'dynamic',
  span: spanOf(node),
});

function lowerToScalar(node: SyntaxNode, context: Context): Expr {
  const inner = node.child('Expression');
  const binding = inner.kind === 'NameReference' ? context.names.get(inner.simpleName) : undefined;
  if (binding?.kind === 'scalar' && binding.isKey) return { ...binding.expr, span: spanOf(node) };
  return isTabular(inner) ? firstCell(lowerRows(inner, context), node) : lowerExpr(inner, context);
}

function lowerPath(node: SyntaxNode, context: Context): Expr {
  const target = node.child('Expression');
  const selector = node.child('Selector');
  if (target.text === '$left') return columnNamed(context.scope.left, selector.simpleName, selector);
  if (target.text === '$right') return columnNamed(context.scope.right, selector.simpleName, selector);
  const step = target.kind === 'NameReference' ? context.scope.steps?.get(target.simpleName) : undefined;
  if (step) return columnNamed(step, selector.simpleName, selector);
  // `bag.[expression]` computes the name, `bag.['a name']` spells one.
  if (selector.kind === 'BracketedExpression') return lowerElement(node, context);
  const key: Expr = { kind: 'literal', type: 'string', value: selector.simpleName, span: spanOf(selector) };
  return call('.', node, [lowerExpr(target, context), key]);
}

function lowerElement(node: SyntaxNode, context: Context): Expr {
  const target = node.child('Expression');
  const selector = node.child('Selector');
  const inner = selector.optional('Expression') ?? selector;
  if (target.text === '$left') return columnNamed(context.scope.left, inner.stringValue, selector);
  if (target.text === '$right') return columnNamed(context.scope.right, inner.stringValue, selector);
  const key = lowerExpr(inner, context);
  const isName = key.kind === 'literal' && key.type === 'string';
  return call(isName ? '.' : '[]', node, [lowerExpr(target, context), key]);
}

function lowerMinus(node: SyntaxNode, context: Context): Expr {
  const operand = lowerExpr(node.child('Expression'), context);
  if (operand.kind === 'literal' && (typeof operand.value === 'bigint' || typeof operand.value === 'number')) {
    return { ...operand, value: -operand.value, span: spanOf(node) };
  }
  return call('negate', node, [operand]);
}

function lowerBetween(node: SyntaxNode, context: Context, name: string): Expr {
  const couple = node.child('Right');
  const ends = [couple.child('First'), couple.child('Second')].map((end) => lowerExpr(end, context));
  return call(name, node, [lowerExpr(node.child('Left'), context), ...ends]);
}

function lowerMembership(node: SyntaxNode, context: Context): Expr {
  const how = membershipOperators[node.kind] ?? { negated: false, ignoreCase: false };
  const subject = lowerExpr(node.child('Left'), context);
  const members = node.child('Right').list('Expressions');
  const [only] = members;
  if (only && members.length === 1 && isTabular(only)) {
    const rows = lowerRows(only, context);
    return { kind: 'in-rows', subject, rows, ...how, type: 'bool', span: spanOf(node) };
  }
  const name = `${how.negated ? '!' : ''}in${how.ignoreCase ? '~' : ''}`;
  return call(name, node, [subject, ...members.map((member) => lowerExpr(member, context))]);
}

function lowerHasList(node: SyntaxNode, context: Context, name: string): Expr {
  const members = node.child('Right').list('Expressions');
  const [only] = members;
  if (only && members.length === 1 && isTabular(only)) {
    const list = firstCell(lowerRows(only, context), only);
    return call(`${name} rows`, node, [lowerExpr(node.child('Left'), context), list]);
  }
  return call(
    name,
    node,
    [node.child('Left'), ...members].map((member) => lowerExpr(member, context)),
  );
}
