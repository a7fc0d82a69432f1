/** A filter's condition, where null counts as false: split at `and`, comparisons in the plain form a scan can use. */
import type { Expr } from '../ir';
import { plainEquality, plainOrdering } from './comparison';
import type { ExprContext } from './context';
import { printAs } from './expression';
import { rangePredicate } from './ip-range';

export function conjuncts(expr: Expr): Expr[] {
  return expr.kind === 'call' && expr.name === 'and' ? expr.args.flatMap(conjuncts) : [expr];
}

export function printPredicate(expr: Expr, context: ExprContext): string {
  if (expr.kind !== 'call') return printAs(expr, 'bool', context);
  if (expr.name === '==') return plainEquality(expr, context);
  const range = rangePredicate(expr, context);
  if (range !== undefined) return range;
  if (/^[<>]=?$/.test(expr.name)) return plainOrdering(expr, context);
  if (expr.name === 'or' || expr.name === 'and') {
    return `(${expr.args.map((argument) => printPredicate(argument, context)).join(` ${expr.name.toUpperCase()} `)})`;
  }
  return printAs(expr, 'bool', context);
}
