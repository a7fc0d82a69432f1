/** Window functions over the serialized order. Restarts arrive as a running count, computed a projection earlier. */
import type { Expr } from '../ir';
import { Refusal, SemanticError } from '../refusal';
import { coerce } from './coerce';
import type { ExprContext } from './context';
import { printAs, printExpr } from './expression';
import { literal } from './quote';

type Window = Extract<Expr, { kind: 'window' }>;

const running = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';

export function printWindow(expr: Window, context: ExprContext): string {
  const [first, second, third] = expr.args;
  switch (expr.name) {
    case 'restarts':
      return `CAST(coalesce(sum(CAST(${first ? printAs(first, 'bool', context) : 'FALSE'} AS BIGINT)) OVER (${context.order} ${running}), 0) AS BIGINT)`;
    case 'is_first':
      return `(row_number() OVER (${context.order}) = 1)`;
    case 'total':
      return `max(${first ? printExpr(first, context) : 'NULL'}) OVER ()`;
    case 'value':
      return first ? printExpr(first, context) : 'NULL';
    case 'value_since': {
      const value = first ? printExpr(first, context) : 'NULL';
      return `(${value} - min(${value}) OVER (${partition(second, context)}) + 1)`;
    }
    case 'number_within': {
      const keys = expr.args.map((argument) => printExpr(argument, context));
      return `(row_number() OVER (${keys.length > 0 ? `PARTITION BY ${keys.join(', ')} ` : ''}${context.order}))`;
    }
    case 'first_number':
      return firstNumber(first, second, context);
    case 'row_number':
      return `(row_number() OVER (${partition(second, context)}${context.order}) + ${first ? printAs(first, 'long', context) : '1'} - 1)`;
    case 'row_cumsum':
      return cumulated(expr, context);
    case 'prev':
    case 'next':
      return neighbour(expr, first, second, third, context);
    default:
      throw new Refusal(`${expr.name}()`, expr.span);
  }
}

const partition = (restarts: Expr | undefined, context: ExprContext): string =>
  restarts ? `PARTITION BY ${printExpr(restarts, context)} ` : '';

/** The number, within its partition, of the first row that shares this row's count of changes. */
function firstNumber(changes: Expr | undefined, groups: Expr | undefined, context: ExprContext): string {
  const key = changes ? printExpr(changes, context) : '1';
  return `(rank() OVER (${partition(groups, context)}ORDER BY ${key}))`;
}

function cumulated(expr: Window, context: ExprContext): string {
  const [term, restarts] = expr.args;
  if (!term) throw new Refusal('row_cumsum() of nothing', expr.span);
  const value = term.type === 'decimal' ? printAs(term, 'real', context) : printExpr(term, context);
  const sum = `sum(${value}) OVER (${partition(restarts, context)}${context.order} ${running})`;
  if (expr.type === 'decimal') return coerce(sum, 'real', 'decimal');
  return expr.type === 'real' ? sum : `CAST(${sum} AS BIGINT)`;
}

function neighbour(
  expr: Window,
  subject: Expr | undefined,
  offset: Expr | undefined,
  fallback: Expr | undefined,
  context: ExprContext,
): string {
  if (!subject) throw new Refusal(`${expr.name}() of nothing`, expr.span);
  const value = printAs(subject, expr.type, context);
  if (offset?.kind === 'literal' && typeof offset.value === 'bigint' && offset.value < 1n) {
    throw new SemanticError('SEM0234', `${expr.name}(): the offset must be positive.`, expr.span);
  }
  const by = offset ? printAs(offset, 'long', context) : '1';
  const missing = fallback ? printAs(fallback, expr.type, context) : literal(null, expr.type);
  return `${expr.name === 'prev' ? 'lag' : 'lead'}(${value}, CAST(${by} AS INTEGER), ${missing}) OVER (${context.order})`;
}
