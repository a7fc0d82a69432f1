/** Scalar expressions as SQL. Every printed expression has the SQL type of its Kusto type (quote.ts: sqlTypes). */
import { baseAggregate, conditionIndex, findAggregate } from '../functions/aggregates';
import type { ArgType, KnownFunction } from '../functions/function-row';
import { findFunction } from '../functions/registry';
import type { Expr, ScalarType } from '../ir';
import { Refusal } from '../refusal';
import { coerce } from './coerce';
import type { ExprContext } from './context';
import { jsCall } from './js-call';
import { operatorPrinters } from './operators';
import { literal } from './quote';
import { rowAggregate } from './row-aggregates';
import { printRowsInExpr } from './subqueries';
import { printWindow } from './windows';

export function printExpr(expr: Expr, context: ExprContext): string {
  switch (expr.kind) {
    case 'column':
      return context.column(expr.column.id);
    case 'literal':
      return literal(expr.value, expr.type);
    case 'call':
      return printCall(expr, context);
    case 'aggregate':
      return printAggregate(expr, context);
    case 'window':
      return printWindow(expr, context);
    case 'scalar-rows':
    case 'in-rows':
      return printRowsInExpr(expr, context);
  }
}

export const printAs = (expr: Expr, type: ScalarType, context: ExprContext): string =>
  expr.kind === 'literal' && expr.value === null
    ? literal(null, type)
    : coerce(printExpr(expr, context), expr.type, type);

type Call = Extract<Expr, { kind: 'call' | 'aggregate' }>;

function printCall(expr: Call, context: ExprContext): string {
  const printer = operatorPrinters[expr.name];
  if (printer) return printer(expr, context);
  const known = findFunction(
    expr.name,
    expr.args.map((argument) => argument.type),
  );
  if (!known) throw new Refusal(`${expr.name}() with arguments of these types`, expr.span);
  return printKnown(known, expr, expr.args, context, '');
}

function printAggregate(expr: Call, context: ExprContext): string {
  const base = baseAggregate(expr.name);
  if (base === 'arg_max' || base === 'arg_min' || (base === 'take_any' && expr.type === 'dynamic')) {
    return rowAggregate(base, expr.args, context);
  }
  const at = conditionIndex(expr.name, expr.args.length);
  const condition = at === undefined ? undefined : expr.args[at];
  const args = expr.args.filter((_, index) => index !== at);
  const known = findAggregate(
    expr.name,
    args.map((argument) => argument.type),
  );
  if (!known) throw new Refusal(`The aggregate ${expr.name}() with arguments of these types`, expr.span);
  const filter = condition ? `FILTER (WHERE ${printAs(condition, 'bool', context)})` : '';
  return printKnown(known, expr, args, context, filter);
}

function printKnown(
  known: KnownFunction,
  expr: Call,
  args: readonly Expr[],
  context: ExprContext,
  filter: string,
): string {
  const printed = args.map((argument, index) =>
    printArgument(argument, known.args[index] ?? known.rest ?? 'any', expr.type, context),
  );
  const returns = returnType(known, expr, args);
  const sql = known.js ? jsCall(known, printed, returns) : fill(known.sql ?? '', printed, context.order, filter);
  const result = returns === 'string' && known.sql !== '$1' ? `coalesce(${sql}, '')` : sql;
  return coerce(result, returns, expr.type);
}

const isReal = (type: ScalarType): boolean => type === 'real' || type === 'decimal' || type === 'dynamic';

function returnType(known: KnownFunction, expr: Call, args: readonly Expr[]): ScalarType {
  switch (known.returns) {
    case 'result':
      return expr.type;
    case 'json':
      return 'dynamic';
    case 'first':
      return args[0]?.type ?? expr.type;
    case 'number':
      return args.some((argument) => isReal(argument.type)) ? 'real' : 'long';
    default:
      return known.returns;
  }
}

function printArgument(argument: Expr, wanted: ArgType, result: ScalarType, context: ExprContext): string {
  switch (wanted) {
    case 'any':
      return printExpr(argument, context);
    case 'json':
      return printAs(argument, 'dynamic', context);
    case 'result':
      return printAs(argument, result, context);
    case 'number':
      return printAs(argument, isReal(argument.type) ? 'real' : 'long', context);
    default:
      return printAs(argument, wanted, context);
  }
}

/** A left-out argument is NULL. One pass: `$1` in a text of the query is text, whatever template surrounds it. */
function fill(template: string, args: readonly string[], order: string, filter: string): string {
  const places: Readonly<Record<string, string>> = { order, filter, '*': args.join(', ') };
  return template.replace(
    /\$(order|filter|\*|\d)/g,
    (_, place: string) => places[place] ?? args[Number(place) - 1] ?? 'NULL',
  );
}
