/** The axis of make-series: which rows lie on it, and at which step. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';

export type Axis = {
  /** The row's value, brought down to its step. */
  readonly binned: Expr;
  readonly step: Expr;
  /** Where the axis starts and ends, when the query says so. */
  readonly from: Expr | undefined;
  readonly to: Expr | undefined;
  /** Which rows lie on the axis. */
  readonly conditions: readonly Expr[];
  /** The number of steps from a start to `to`. */
  readonly countFrom: (start: Expr) => Expr;
};

export function lowerAxis(node: SyntaxNode, context: Context): Axis {
  const value = lowerExpr(node.child('OnClause').child('Expression'), context);
  const range = node.child('RangeClause');
  return range.kind === 'MakeSeriesInRangeClause'
    ? inclusive(value, range, context)
    : exclusive(value, range, context, spanOf(node));
}

const test = (operator: string, left: Expr, right: Expr): Expr => callOf(operator, 'bool', left, right);

/** `from a to b step s`: steps are counted from the start, the end is not part of the axis. */
function exclusive(value: Expr, range: SyntaxNode, context: Context, span: Span): Axis {
  const end = (role: string): Expr | undefined => {
    const clause = range.optional(role);
    return clause && lowerExpr(clause.child('Expression'), context);
  };
  const step = end('MakeSeriesStepClause');
  if (!step) throw new Refusal('make-series without a step', span);
  const [from, to] = [end('MakeSeriesFromClause'), end('MakeSeriesToClause')];
  const conditions = [
    ...(from ? [test('>=', value, from)] : []),
    ...(to ? [test('<', value, to)] : []),
    ...(from || to ? [] : [callOf('isnotnull', 'bool', value)]),
  ];
  const binned = from ? callOf('bin_at', value.type, value, step, from) : callOf('bin', value.type, value, step);
  const countFrom = (start: Expr): Expr => callOf('series_count', 'long', start, to ?? start, step);
  return { binned, step, from, to, conditions, countFrom };
}

/** `in range(a, b, s)`: bins as bin() makes them, the end is part of the axis. */
function inclusive(value: Expr, range: SyntaxNode, context: Context): Axis {
  const [from, to, step] = range
    .child('Arguments')
    .list('Expressions')
    .map((end) => lowerExpr(end, context));
  if (!from || !to || !step) throw new Refusal('This form of make-series', spanOf(range));
  const start = callOf('bin', value.type, from, step);
  return {
    binned: callOf('bin', value.type, value, step),
    step,
    from: start,
    to,
    conditions: [test('>=', value, from), test('<=', value, to)],
    countFrom: (first) => callOf('series_count_inclusive', 'long', first, to, step),
  };
}
