/** An expression with some of its columns replaced by other expressions. */
import type { Expr } from '../../ir';

export function substituted(expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
  switch (expr.kind) {
    case 'column':
      return replacements.get(expr.column.id) ?? expr;
    case 'call':
    case 'aggregate':
    case 'window':
      return { ...expr, args: expr.args.map((argument) => substituted(argument, replacements)) };
    case 'in-rows':
      return { ...expr, subject: substituted(expr.subject, replacements) };
    case 'literal':
    case 'scalar-rows':
      return expr;
  }
}
