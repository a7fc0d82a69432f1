/** + - * / %: whole numbers stay whole, division by zero is null, times and spans work on ticks. */
import type { ScalarType } from '../ir';
import { SemanticError } from '../refusal';
import type { ExprContext } from './context';
import { printAs, printExpr } from './expression';
import { operand } from './operands';
import type { CallExpr, OperatorPrinter } from './operators';
import { literal } from './quote';

const isWhole = (type: ScalarType): boolean => type === 'long' || type === 'int';
const isTime = (type: ScalarType): boolean => type === 'datetime' || type === 'timespan';

/** The type both sides are brought to: real as soon as one side is no whole number. */
function workType(expr: CallExpr): 'long' | 'real' {
  return [operand(expr, 0), operand(expr, 1)].every((side) => isWhole(side.type)) && isWhole(expr.type)
    ? 'long'
    : 'real';
}

const sides = (expr: CallExpr, type: ScalarType, context: ExprContext): [string, string] => [
  printAs(operand(expr, 0), type, context),
  printAs(operand(expr, 1), type, context),
];

/** Dynamic operands of a time operation are read as the time type the result asks for. */
function timeSide(expr: CallExpr, index: number, context: ExprContext): string {
  const side = operand(expr, index);
  if (isTime(side.type)) return printExpr(side, context);
  if (side.type === 'dynamic')
    return printAs(side, index === 0 && expr.type === 'datetime' ? 'datetime' : 'timespan', context);
  return printAs(side, 'long', context);
}

/** Rule 23: beyond 64 bits whole numbers wrap around. Plain SQL fails there, and the query is printed again (engine.ts). */
const whole = (a: string, operator: string, b: string, context: ExprContext): string =>
  context.state.storage.wraps
    ? `k_wrap64(CAST(${a} AS HUGEINT) ${operator} ${b})`
    : `CAST((${a} ${operator} ${b}) AS BIGINT)`;

const decimalKeys: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided',
  '%': 'remainder',
};

const decimals = (expr: CallExpr, operator: string, context: ExprContext): string =>
  `k_js('decimal_${decimalKeys[operator]}(any, any): decimal', ${sides(expr, 'decimal', context).join(', ')})`;

function backTo(expr: CallExpr, sql: string): string {
  if (isWhole(expr.type)) return `CAST(${sql} AS BIGINT)`;
  return expr.type === 'dynamic' ? `k_real2json(${sql})` : sql;
}

const additive =
  (operator: string): OperatorPrinter =>
  (expr, context) => {
    if (isTime(expr.type)) {
      const [a, b] = [timeSide(expr, 0, context), timeSide(expr, 1, context)];
      if (expr.type !== 'datetime') return whole(a, operator, b, context);
      return context.state.storage.wraps
        ? `CAST(k_indates(CAST(${a} AS HUGEINT) ${operator} ${b}) AS BIGINT)`
        : `k_indates(${a} ${operator} ${b})`;
    }
    if (expr.args.every((side) => side.type === 'dynamic')) {
      throw new SemanticError(
        'SEM0064',
        `The operator ${operator} is not defined for two dynamic values; convert one.`,
        expr.span,
      );
    }
    if (expr.type === 'decimal') return decimals(expr, operator, context);
    const type = workType(expr);
    const [a, b] = sides(expr, type, context);
    return type === 'long' ? whole(a, operator, b, context) : backTo(expr, `(${a} ${operator} ${b})`);
  };

/** Of what makes no sense with times the binder rejects some; Kusto rejects the rest. */
function rejectTimes(expr: CallExpr, isSense: boolean): void {
  if (isSense) return;
  const types = expr.args.map((side) => side.type).join(' and ');
  throw new SemanticError('SEM0064', `The operator ${expr.name} is not defined for ${types}.`, expr.span);
}

function multiply(expr: CallExpr, context: ExprContext): string {
  const times = expr.args.filter((side) => isTime(side.type));
  rejectTimes(expr, times.length === 0 || (times.length === 1 && times[0]?.type === 'timespan'));
  if (expr.args.every((side) => side.type === 'dynamic')) {
    throw new SemanticError('SEM0064', 'The operator * is not defined for two dynamic values; convert one.', expr.span);
  }
  if (expr.type === 'timespan') {
    const [a, b] = sides(expr, 'real', context);
    return `CAST(round(${a} * ${b}) AS BIGINT)`;
  }
  if (expr.type === 'decimal') return decimals(expr, '*', context);
  const type = workType(expr);
  const [a, b] = sides(expr, type, context);
  return type === 'long' ? whole(a, '*', b, context) : backTo(expr, `(${a} * ${b})`);
}

function divide(expr: CallExpr, context: ExprContext): string {
  const [left, right] = [operand(expr, 0), operand(expr, 1)];
  rejectTimes(expr, left.type !== 'datetime' || isTime(right.type));
  if (left.type === 'timespan' && expr.type === 'timespan') {
    return `try_cast(trunc(${printAs(left, 'real', context)} / ${printAs(right, 'real', context)}) AS BIGINT)`;
  }
  if (isTime(left.type) && isTime(right.type)) {
    return `(CAST(${printExpr(left, context)} AS DOUBLE) / CAST(${printExpr(right, context)} AS DOUBLE))`;
  }
  if (expr.type === 'decimal') return decimals(expr, '/', context);
  if (workType(expr) === 'long') {
    const [a, b] = sides(expr, 'long', context);
    return whole(a, '//', b, context);
  }
  const [a, b] = sides(expr, 'real', context);
  return backTo(expr, `(${a} / ${b})`);
}

function modulo(expr: CallExpr, context: ExprContext): string {
  const [left, right] = [operand(expr, 0), operand(expr, 1)];
  if (isTime(left.type) || isTime(right.type)) {
    rejectTimes(expr, isTime(left.type) && isTime(right.type));
    return `k_modlong(${printExpr(left, context)}, ${printExpr(right, context)})`;
  }
  if (expr.type === 'decimal') return decimals(expr, '%', context);
  if (workType(expr) === 'long') return `k_modlong(${sides(expr, 'long', context).join(', ')})`;
  return backTo(expr, `k_modreal(${sides(expr, 'real', context).join(', ')})`);
}

function negate(expr: CallExpr, context: ExprContext): string {
  const side = operand(expr, 0);
  if (isWhole(side.type) || side.type === 'timespan') return whole('0', '-', printExpr(side, context), context);
  if (side.type === 'decimal')
    return `k_js('decimal_minus(any, any): decimal', ${literal('0', 'decimal')}, ${printExpr(side, context)})`;
  return backTo(expr, `(-${printAs(side, 'real', context)})`);
}

export const arithmeticPrinters: Readonly<Record<string, OperatorPrinter>> = {
  '+': additive('+'),
  '-': additive('-'),
  '*': multiply,
  '/': divide,
  '%': modulo,
  negate,
};
