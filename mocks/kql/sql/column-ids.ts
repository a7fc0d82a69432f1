/** The columns an expression reads, those inside its subqueries' conditions included. */
import type { Expr } from '../ir';

export function columnIds(expr: Expr, found = new Set<string>()): Set<string> {
  switch (expr.kind) {
    case 'column':
      found.add(expr.column.id);
      break;
    case 'call':
    case 'aggregate':
    case 'window':
      for (const argument of expr.args) columnIds(argument, found);
      break;
    case 'in-rows':
      columnIds(expr.subject, found);
      break;
    case 'literal':
    case 'scalar-rows':
      break;
  }
  return found;
}

export function hasWindow(expr: Expr): boolean {
  if (expr.kind === 'window') return true;
  return (expr.kind === 'call' || expr.kind === 'aggregate') && expr.args.some(hasWindow);
}
