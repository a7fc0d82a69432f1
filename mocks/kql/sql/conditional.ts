/** Logic and choice: and, or, not, iff, case, coalesce, isnull. */
import type { Expr } from '../ir';
import type { ExprContext } from './context';
import { printAs, printExpr } from './expression';
import { operand } from './operands';
import type { CallExpr, OperatorPrinter } from './operators';

const logic =
  (operator: string): OperatorPrinter =>
  (expr, context) =>
    `(${expr.args.map((argument) => printAs(argument, 'bool', context)).join(` ${operator} `)})`;

function printCase(expr: CallExpr, context: ExprContext): string {
  const whens: string[] = [];
  for (let index = 0; index + 1 < expr.args.length; index += 2) {
    const condition = printAs(operand(expr, index), 'bool', context);
    whens.push(`WHEN ${condition} THEN ${printAs(operand(expr, index + 1), expr.type, context)}`);
  }
  return `CASE ${whens.join(' ')} ELSE ${printAs(operand(expr, expr.args.length - 1), expr.type, context)} END`;
}

/** For text, empty counts as null. */
function printCoalesce(expr: CallExpr, context: ExprContext): string {
  const values = expr.args.map((argument) => printAs(argument, expr.type, context));
  if (expr.type !== 'string') return `coalesce(${values.join(', ')})`;
  return `coalesce(${values.map((value) => `nullif(${value}, '')`).join(', ')}, '')`;
}

function isNull(expr: CallExpr, context: ExprContext): string {
  const subject: Expr = operand(expr, 0);
  return subject.type === 'string' ? 'FALSE' : `(${printExpr(subject, context)} IS NULL)`;
}

export const conditionalPrinters: Readonly<Record<string, OperatorPrinter>> = {
  and: logic('AND'),
  or: logic('OR'),
  not: (expr, context) => `(NOT ${printAs(operand(expr, 0), 'bool', context)})`,
  iff: printCase,
  case: printCase,
  coalesce: printCoalesce,
  isnull: isNull,
  isnotnull: (expr, context) => `(NOT ${isNull(expr, context)})`,
  notnull: (expr, context) => `(NOT ${isNull(expr, context)})`,
};
