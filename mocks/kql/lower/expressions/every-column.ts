/** `* has "x"`: an operator over every column of the row, true when it is for any of them. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, columnExpr, spanOf } from '../context';

const isNumber = (type: Expr['type']): boolean => ['long', 'int', 'real', 'decimal'].includes(type);
const orders = new Set(['==', '!=', '<>', '<', '<=', '>', '>=']);

export function overEveryColumn(operator: string, node: SyntaxNode, right: Expr, context: Context): Expr {
  const span = spanOf(node);
  // With a negated operator "any column" and "no column" are easily confused; Kusto documents neither.
  if (operator.startsWith('!') || operator === '<>') throw new Refusal(`* ${operator}`, span);
  const tests = context.scope.columns
    .filter((column) => isComparable(column, operator, right))
    .map(
      (column): Expr => ({ kind: 'call', name: operator, args: [columnExpr(column, span), right], type: 'bool', span }),
    );
  return anyOf(tests, span);
}

/** Text operators look into every column's text; == and the like only into columns of the value's kind. */
function isComparable(column: Column, operator: string, right: Expr): boolean {
  if (!orders.has(operator)) return column.type !== 'bool';
  return column.type === right.type || (isNumber(column.type) && isNumber(right.type)) || column.type === 'dynamic';
}

export const anyOf = (tests: readonly Expr[], span: Span): Expr =>
  tests.length === 0
    ? { kind: 'literal', type: 'bool', value: false, span }
    : { kind: 'call', name: 'or', args: tests, type: 'bool', span };
