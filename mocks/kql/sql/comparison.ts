/**
 * Comparisons. Rule 1: null == null is null, null == x is false, null != x is true. Rule 3: text compared with a number
 * is read as a number, which is what lets `ResultType == 0` run on a string column as it does in Sentinel.
 */
import type { Expr, ScalarType } from '../ir';
import { commonType } from './common-type';
import type { ExprContext } from './context';
import { printAs, printExpr } from './expression';
import { isNonNull, operand } from './operands';
import type { CallExpr, OperatorPrinter } from './operators';

export const bothSides = (left: Expr, right: Expr, context: ExprContext): [string, string] => {
  const type = commonType(left.type, right.type);
  return [printAs(left, type, context), printAs(right, type, context)];
};

/** Converted text may be null although text never is. */
const neverNull = (expr: Expr, type: ScalarType): boolean =>
  expr.kind === 'literal' ? expr.value !== null : isNonNull(expr) && type === 'string';

/** Rule 7: NaN equals nothing and is neither less nor greater; DuckDB sorts it last and equal to itself. */
const ordered = (left: Expr, right: Expr, type: ScalarType, a: string, b: string, test: string): string => {
  if (type !== 'real') return `(${test})`;
  const sides = [left.kind === 'literal' ? '' : a, right.kind === 'literal' ? '' : b].filter(Boolean);
  const constantNaN = [left, right].some((side) => side.kind === 'literal' && Number.isNaN(side.value));
  if (constantNaN) return `(${test} AND FALSE)`;
  return `(${[test, ...sides.map((side) => `NOT isnan(${side})`)].join(' AND ')})`;
};

function equality(expr: CallExpr, context: ExprContext): string {
  const [left, right] = [operand(expr, 0), operand(expr, 1)];
  const type = commonType(left.type, right.type);
  const [a, b] = bothSides(left, right, context);
  const [x, y] = [neverNull(left, type), neverNull(right, type)];
  const same = ordered(left, right, type, a, b, `${a} = ${b}`);
  if (x && y) return same;
  if (x || y) return `coalesce(${same}, FALSE)`;
  return `CASE WHEN ${a} IS NULL AND ${b} IS NULL THEN NULL ELSE coalesce(${same}, FALSE) END`;
}

function inequality(expr: CallExpr, context: ExprContext): string {
  const [left, right] = [operand(expr, 0), operand(expr, 1)];
  const type = commonType(left.type, right.type);
  const [a, b] = bothSides(left, right, context);
  const [x, y] = [neverNull(left, type), neverNull(right, type)];
  if (type === 'real') {
    return `CASE WHEN ${a} IS NULL AND ${b} IS NULL THEN NULL ELSE NOT coalesce(${ordered(left, right, type, a, b, `${a} = ${b}`)}, FALSE) END`;
  }
  if (x && y) return `(${a} <> ${b})`;
  if (x || y) return `(${a} IS DISTINCT FROM ${b})`;
  return `CASE WHEN ${a} IS NULL AND ${b} IS NULL THEN NULL ELSE ${a} IS DISTINCT FROM ${b} END`;
}

/** As a filter, where null counts as false: the plain SQL that DuckDB can push into a scan. */
export function plainEquality(expr: CallExpr, context: ExprContext): string {
  const [a, b] = bothSides(operand(expr, 0), operand(expr, 1), context);
  return `(${a} = ${b})`;
}

/** As a value: null as soon as a side is null, whatever the other is; a NaN is false beside everything else. */
const ordering =
  (operator: string): OperatorPrinter =>
  (expr, context) => {
    const [left, right] = [operand(expr, 0), operand(expr, 1)];
    const type = commonType(left.type, right.type);
    const [a, b] = bothSides(left, right, context);
    if (type !== 'real') return `(${a} ${operator} ${b})`;
    // To DuckDB NaN equals NaN: `x <> x` is false, and null for null.
    const beside = [
      canBeNaN(left) ? `WHEN isnan(${a}) THEN ${b} <> ${b}` : '',
      canBeNaN(right) ? `WHEN isnan(${b}) THEN ${a} <> ${a}` : '',
    ].join(' ');
    return beside.trim() ? `CASE ${beside} ELSE ${a} ${operator} ${b} END` : `(${a} ${operator} ${b})`;
  };

const canBeNaN = (side: Expr): boolean => side.kind !== 'literal' || Number.isNaN(side.value);

/** As a filter, where null counts as false: the plain comparison stands by itself, for DuckDB's scan to use. */
export function plainOrdering(expr: CallExpr, context: ExprContext): string {
  const [left, right] = [operand(expr, 0), operand(expr, 1)];
  const [a, b] = bothSides(left, right, context);
  return ordered(left, right, commonType(left.type, right.type), a, b, `${a} ${expr.name} ${b}`);
}

const between =
  (negated: boolean): OperatorPrinter =>
  (expr, context) => {
    const [subject, low, high] = [operand(expr, 0), operand(expr, 1), operand(expr, 2)];
    // `datetime between (start .. span)`: the end is relative to the start.
    if (subject.type === 'datetime' && high.type === 'timespan') {
      const [value, start, span] = [subject, low, high].map((side) => printExpr(side, context));
      return `(${value} ${negated ? 'NOT ' : ''}BETWEEN ${start} AND ${start} + ${span})`;
    }
    const type = commonType(commonType(subject.type, low.type), high.type);
    const [value, start, end] = [subject, low, high].map((side) => printAs(side, type, context));
    return `(${value} ${negated ? 'NOT ' : ''}BETWEEN ${start} AND ${end})`;
  };

const ignoringCase =
  (operator: string): OperatorPrinter =>
  (expr, context) => {
    const [a, b] = [operand(expr, 0), operand(expr, 1)].map((side) => `lower(${printAs(side, 'string', context)})`);
    return `(${a} ${operator} ${b})`;
  };

export const comparisonPrinters: Readonly<Record<string, OperatorPrinter>> = {
  '==': equality,
  '!=': inequality,
  '<>': inequality,
  '<': ordering('<'),
  '<=': ordering('<='),
  '>': ordering('>'),
  '>=': ordering('>='),
  between: between(false),
  '!between': between(true),
  '=~': ignoringCase('='),
  '!~': ignoringCase('<>'),
};
