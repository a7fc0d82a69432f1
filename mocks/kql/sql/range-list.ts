/** `range()` of whole numbers as a list of the database's own: made in JavaScript, a million numbers took seconds. */
import type { ExprContext } from './context';
import { printAs } from './expression';
import type { CallExpr, SpecialPrinter } from './operators';

/** Kusto's arrays end here: https://learn.microsoft.com/kusto/query/range-function */
const mostElements = 1_048_576;

const isWhole = (type: string): boolean => type === 'long' || type === 'int';

function rangeList(expr: CallExpr, context: ExprContext): string | undefined {
  const [from, to, step] = expr.args;
  if (!from || !to || expr.args.length > 3 || !expr.args.every(({ type }) => isWhole(type))) return undefined;
  // Several of these are read more than once: only what is cheap to repeat.
  if (!expr.args.every(({ kind }) => kind === 'literal' || kind === 'column')) return undefined;
  const [a, b] = [from, to].map((end) => printAs(end, 'long', context));
  const by = step ? printAs(step, 'long', context) : '1';
  const count = `least(${mostElements}, (CAST(${b} AS HUGEINT) - ${a}) // ${by} + 1)`;
  const last = `CAST(${a} + (${count} - 1) * ${by} AS BIGINT)`;
  const list = `replace(CAST(generate_series(${a}, ${last}, ${by}) AS VARCHAR), ' ', '')`;
  return `CASE WHEN ${a} IS NULL OR ${b} IS NULL OR coalesce(${by}, 0) = 0 THEN NULL WHEN (${b} < ${a}) = (${by} > 0) AND ${a} <> ${b} THEN '[]' ELSE ${list} END`;
}

export const rangeListPrinters: Readonly<Record<string, SpecialPrinter>> = { range: rangeList };
