/** Operators and the few functions whose SQL depends on more than a template. */
import type { Expr } from '../ir';
import { arithmeticPrinters } from './arithmetic';
import { comparisonPrinters } from './comparison';
import { conditionalPrinters } from './conditional';
import type { ExprContext } from './context';
import { dynamicAccessPrinters } from './dynamic-access';
import { ipRangePrinters } from './ip-range';
import { membershipPrinters } from './membership';
import { rangeListPrinters } from './range-list';
import { textMatchPrinters } from './text-match';
import { textPathPrinters } from './text-path';

export type CallExpr = Extract<Expr, { kind: 'call' | 'aggregate' }>;
export type OperatorPrinter = (expr: CallExpr, context: ExprContext) => string;
/** Undefined when the arguments are none of those the printer is for: the function's own row takes over. */
export type SpecialPrinter = (expr: CallExpr, context: ExprContext) => string | undefined;

let printers: ReadonlyMap<string, SpecialPrinter> | undefined;

/** Gathered when first asked for: printers print expressions, which hold operators. */
export function operatorPrinter(name: string): SpecialPrinter | undefined {
  printers ??= new Map<string, SpecialPrinter>(
    Object.entries({
      ...arithmeticPrinters,
      ...comparisonPrinters,
      ...conditionalPrinters,
      ...dynamicAccessPrinters,
      ...ipRangePrinters,
      ...membershipPrinters,
      ...rangeListPrinters,
      ...textMatchPrinters,
      ...textPathPrinters,
    }),
  );
  return printers.get(name);
}
