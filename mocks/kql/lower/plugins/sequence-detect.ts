/**
 * `sequence_detect`: every way in which rows that fulfil the steps one after another follow each other in time.
 * https://learn.microsoft.com/kusto/query/sequence-detect-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, cellAt, cellsOf, groupOf, joinOf, projectOf, sharedOf, whereOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { unnamed } from '../expressions/outputs';
import { projectAs } from '../operators/project-as';
import { byWindow, isAtMost, isBefore, keysOf, later, sameKeys } from './timeline';

/** `(Time, MaxStep, MaxSpan, step…, dimensions…)`: a step is a condition, a dimension a column or another value. */
export function lowerSequenceDetect(node: SyntaxNode, input: Rows, context: Context): Rows {
  const [timeNode, stepNode, spanNode, ...rest] = argumentsOf(node.child('FunctionCall'));
  if (!timeNode || !stepNode || !spanNode) throw new Refusal('This form of sequence_detect()', spanOf(node));
  const [maxStep, maxSpan] = [lowerExpr(stepNode, context), lowerExpr(spanNode, context)];
  const conditions = rest.filter(isCondition).map((argument) => lowerExpr(unnamed(argument), context));
  const dims = rest.filter((argument) => !isCondition(argument)).map((dim) => lowerExpr(unnamed(dim), context));
  const time = lowerExpr(timeNode, context);
  // Dimensions, time, and whether the row fulfils each step.
  const read = sharedOf(projectOf(input, keysOf(context, ...dims, time, ...conditions)), context);
  const steps = conditions.map((_, index) => timesOf(read(), dims.length, index, context));
  const [first, ...others] = steps;
  if (!first) throw new Refusal('sequence_detect() without a step', spanOf(node));
  const chain = others.reduce<{ rows: Rows; before: Expr }>(
    ({ rows, before }, step) => {
      const at = cellAt(step, -1);
      const pairs = joinOf('inner', rows, step, sameKeys(cellsOf(first, 0, -1), cellsOf(step, 0, -1)));
      return { rows: whereOf(pairs, isBefore(before, at), isAtMost(at, later(before, maxStep))), before: at };
    },
    { rows: first, before: cellAt(first, -1) },
  );
  const [start, end] = [cellAt(first, -1), chain.before];
  const found = whereOf(chain.rows, isAtMost(end, later(start, maxSpan)));
  const times = steps.map((step) => cellAt(step, -1));
  const outputs: Output[] = keysOf(context, ...cellsOf(first, 0, -1), ...times, callOf('-', 'timespan', end, start));
  const distinct = groupOf(found, outputs, []);
  return projectAs(node, byWindow(distinct), cellsOf(distinct), context);
}

/** A column of type bool is a dimension; any other bool is a step. */
const isCondition = (argument: SyntaxNode): boolean =>
  unnamed(argument).type.scalar === 'bool' && unnamed(argument).symbol?.kind !== 'Column';

/** The times at which a step is fulfilled, per dimension: dimensions first, then the time. */
function timesOf(rows: Rows, dimCount: number, step: number, context: Context): Rows {
  const fulfilled = whereOf(rows, cellAt(rows, dimCount + 1 + step));
  return groupOf(fulfilled, keysOf(context, ...cellsOf(rows, 0, dimCount + 1)), []);
}
