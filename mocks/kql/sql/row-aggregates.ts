/**
 * arg_max, arg_min and take_any keep one whole row as a struct, so that its columns always come from the same row.
 * Repeated once per column; DuckDB computes equal aggregates once.
 */
import type { Expr } from '../ir';
import type { ExprContext } from './context';
import { printExpr } from './expression';

export function rowAggregate(name: string, args: readonly Expr[], context: ExprContext): string {
  const fields = args.map((argument, index) => `'f${index}': ${printExpr(argument, context)}`);
  const row = `{${fields.join(', ')}}`;
  if (name === 'take_any') return `first(${row})`;
  const [by] = args;
  if (!by) return `first(${row})`;
  const key = printExpr(by, context);
  // NaN wins both ways; a group whose keys are all null still has a row.
  const ofNaN = by.type === 'real' ? `first(${row}) FILTER (WHERE isnan(${key})), ` : '';
  return `coalesce(${ofNaN}${name}(${row}, ${key}), first(${row}))`;
}
