/** Operators and the few functions whose SQL depends on more than a template. */
import type { Expr } from '../ir';
import { arithmeticPrinters } from './arithmetic';
import { comparisonPrinters } from './comparison';
import { conditionalPrinters } from './conditional';
import type { ExprContext } from './context';
import { dynamicAccessPrinters } from './dynamic-access';
import { membershipPrinters } from './membership';
import { textMatchPrinters } from './text-match';

export type CallExpr = Extract<Expr, { kind: 'call' | 'aggregate' }>;
export type OperatorPrinter = (expr: CallExpr, context: ExprContext) => string;

export const operatorPrinters: Readonly<Record<string, OperatorPrinter>> = {
  ...arithmeticPrinters,
  ...comparisonPrinters,
  ...conditionalPrinters,
  ...dynamicAccessPrinters,
  ...membershipPrinters,
  ...textMatchPrinters,
};
