/** The operands of an operator, counted and never missing. */
import type { Expr } from '../ir';
import { Refusal } from '../refusal';
import type { CallExpr } from './operators';

export function operand(expr: CallExpr, index: number): Expr {
  const found = expr.args[index];
  if (!found) throw new Refusal(`${expr.name} with so few operands`, expr.span);
  return found;
}

export const isNonNull = (expr: Expr): boolean =>
  expr.type === 'string' || (expr.kind === 'literal' && expr.value !== null);
