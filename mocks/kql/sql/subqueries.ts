/** toscalar and `in (T)`: tables inside expressions. */
import type { Expr } from '../ir';
import { selectText } from './block';
import { coerce } from './coerce';
import { commonType } from './common-type';
import type { ExprContext } from './context';
import { printAs } from './expression';
import { quoteId } from './quote';
import { printRows } from './rows';

type RowsExpr = Extract<Expr, { kind: 'scalar-rows' | 'in-rows' }>;

export function printRowsInExpr(expr: RowsExpr, context: ExprContext): string {
  const [first] = expr.rows.columns;
  if (!first) throw new Error('A table without columns stands where one is read');
  const block = printRows(expr.rows, context.state);
  const text = selectText(block, [first.id]);
  const cell = quoteId(first.id);
  if (expr.kind === 'scalar-rows') {
    const value = `(SELECT ${coerce(cell, first.type, expr.type)} FROM (${text}) LIMIT 1)`;
    return expr.type === 'string' ? `coalesce(${value}, '')` : value;
  }
  const type = expr.ignoreCase ? 'string' : commonType(expr.subject.type, first.type);
  const fold = (sql: string): string => (expr.ignoreCase ? `lower(${sql})` : sql);
  const members = `SELECT ${fold(coerce(cell, first.type, type))} FROM (${text})`;
  const subject = fold(printAs(expr.subject, type, context));
  return expr.negated
    ? `(NOT coalesce(${subject} IN (${members}), FALSE))`
    : `coalesce(${subject} IN (${members}), FALSE)`;
}
