/** Scalar expressions as SQL. Every printed expression has the SQL type of its Kusto type (quote.ts: sqlTypes). */
import { baseAggregate, conditionIndex, findAggregate } from '../functions/aggregates';
import type { ArgType, KnownFunction } from '../functions/function-row';
import { toRe2 } from '../functions/regex-dialect';
import { findFunction } from '../functions/registry';
import type { Expr, ScalarType } from '../ir';
import { Refusal, tooComplex } from '../refusal';
import { coerce } from './coerce';
import type { ExprContext } from './context';
import { jsCall } from './js-call';
import { operatorPrinter } from './operators';
import { literal, quoteText } from './quote';
import { rowAggregate } from './row-aggregates';
import { printRowsInExpr } from './subqueries';
import { printWindow } from './windows';

/** More than any query needs, searches of every column included; values that double soon need more. */
const mostPrinted = 60_000;

export function printExpr(expr: Expr, context: ExprContext): string {
  context.state.printed += 1;
  if (context.state.printed > mostPrinted) throw tooComplex(expr.span);
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

export function printAs(expr: Expr, type: ScalarType, context: ExprContext): string {
  if (expr.kind === 'literal' && expr.value === null) return literal(null, type);
  const sql = printExpr(expr, context);
  const converted = coerce(sql, expr.type, type);
  // A real too large for a long is the largest long, but Kusto's folding of constants makes it the smallest.
  return expr.type === 'real' && type === 'long' && isConstant(expr)
    ? `CASE WHEN ${sql} >= 9.2233720368547758e18 AND NOT isinf(${sql}) THEN CAST('-9223372036854775808' AS BIGINT) ELSE ${converted} END`
    : converted;
}

const isConstant = (expr: Expr): boolean =>
  expr.kind === 'literal' || (expr.kind === 'call' && expr.args.length > 0 && expr.args.every(isConstant));

type Call = Extract<Expr, { kind: 'call' | 'aggregate' }>;

function printCall(expr: Call, context: ExprContext): string {
  return operatorPrinter(expr.name)?.(expr, context) ?? printFunction(expr, context);
}

/** The call as its row says, whatever special printers there are. */
export function printFunction(expr: Call, context: ExprContext): string {
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
    case 'regex':
      return argument.kind === 'literal' && typeof argument.value === 'string'
        ? quoteText(toRe2(argument.value))
        : printAs(argument, 'string', context);
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
