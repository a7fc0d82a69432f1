/**
 * The windows that the user-analytics plugins cut a timeline into: steps counted from a start, or calendar weeks, months
 * and years when the step is one of those words. https://learn.microsoft.com/kusto/query/user-analytics
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows, ScalarType } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import {
  aggregateOf,
  callOf,
  cellsOf,
  extendOf,
  groupOf,
  joinOf,
  longOf,
  namedOutput,
  projectOf,
  sharedOf,
  sortOf,
  whereOf,
} from '../build-rows';
import { type Context, columnExpr, freshColumn } from '../context';
import { lowerExpr } from '../expressions/expression';

export const calendarSteps: Readonly<Record<string, string>> = {
  week: 'startofweek',
  month: 'startofmonth',
  year: 'startofyear',
};

export type Timeline = {
  /** The rows with an id: `id`, `time` and `dims` are columns of `rows`. */
  readonly rows: Rows;
  readonly id: Expr;
  readonly time: Expr;
  readonly dims: readonly Expr[];
};

/** Only the columns a plugin works on, each under an id of its own. */
export function readTimeline(
  input: Rows,
  nodes: { readonly id: SyntaxNode; readonly time: SyntaxNode; readonly dims: readonly SyntaxNode[] },
  context: Context,
): Timeline {
  const exprs = [nodes.id, nodes.time, ...nodes.dims].map((node) => lowerExpr(node, context));
  const outputs = exprs.map((expr) =>
    namedOutput(context, expr.kind === 'column' ? expr.column.name : 'dimension', expr),
  );
  return timelineOf(projectOf(input, outputs));
}

/** Rows whose columns are id, time and the dimensions, in this order. */
export function timelineOf(rows: Rows): Timeline {
  const [id, time, ...dims] = rows.columns.map((column) => columnExpr(column, rows.span));
  if (!id || !time) throw new Refusal('A timeline without columns', rows.span);
  return { rows, id, time, dims };
}

/** The same timeline, to be read several times over rows that are computed once. */
export function sharedTimeline(timeline: Timeline, context: Context): () => Timeline {
  const read = sharedOf(timeline.rows, context);
  return () => timelineOf(read());
}

const calendarOf = (step: Expr): string | undefined =>
  step.kind === 'literal' && step.type === 'string' && typeof step.value === 'string'
    ? calendarSteps[step.value.toLowerCase()]
    : undefined;

/** The type a length of the timeline has. */
export const lengthType = (time: Expr): ScalarType => (time.type === 'datetime' ? 'timespan' : time.type);

export const later = (time: Expr, by: Expr): Expr => callOf('+', time.type, time, by);
export const earlier = (time: Expr, by: Expr): Expr => callOf('-', time.type, time, by);
export const isAtMost = (a: Expr, b: Expr): Expr => callOf('<=', 'bool', a, b);
export const isBefore = (a: Expr, b: Expr): Expr => callOf('<', 'bool', a, b);

/** The start of the window that a time lies in. */
export function windowAt(time: Expr, step: Expr, start: Expr | undefined): Expr {
  const calendar = calendarOf(step);
  if (calendar) return callOf(calendar, time.type, time);
  if (step.type === 'string') {
    throw new SemanticError('SEM0219', "The step of a timeline in words is 'week', 'month' or 'year'.", step.span);
  }
  if (step.kind === 'literal' && typeof step.value !== 'string' && Number(step.value ?? 0) <= 0) {
    throw new SemanticError('SEM0219', 'The step of a timeline must be positive.', step.span);
  }
  return start ? callOf('bin_at', time.type, time, step, start) : callOf('bin', time.type, time, step);
}

/** The window after the one that starts here. */
export function nextWindow(window: Expr, step: Expr): Expr {
  const calendar = calendarOf(step);
  return calendar ? callOf(calendar, window.type, window, longOf(1, step.span)) : later(window, step);
}

/** Every window from the one of `start` to the one of `end`. */
export function allWindows(time: Expr, start: Expr, end: Expr, step: Expr, context: Context): Rows {
  const column = freshColumn(context, 'window', time.type);
  const calendar = calendarOf(step);
  if (!calendar) return { op: 'range', from: start, to: end, step, columns: [column], span: step.span };
  const day: Expr = { kind: 'literal', type: 'timespan', value: 864_000_000_000n, span: step.span };
  const days: Rows = { op: 'range', from: start, to: end, step: day, columns: [column], span: step.span };
  return groupOf(
    days,
    [namedOutput(context, 'window', callOf(calendar, time.type, columnExpr(column, step.span)))],
    [],
  );
}

/** How far windows look back, how far apart they are, and between which times they start. */
type Reach = {
  readonly lookback: Expr;
  readonly step: Expr;
  readonly start: Expr | undefined;
  readonly end: Expr | undefined;
};

/**
 * The rows once for every window that looks back on them: the window they lie in, and those after it as long as they
 * reach back. The windows' starts are in `reached`.
 */
export function lookedBackOn(
  timeline: Timeline,
  window: Expr,
  reach: Reach,
  context: Context,
): { readonly rows: Rows; readonly reached: Expr } {
  const { rows } = timeline;
  if (reach.step.type === 'string') return byCalendar(timeline, window, reach, context);
  const span = reach.step.span;
  const type = lengthType(timeline.time);
  const offset = freshColumn(context, 'offset', type);
  const zero: Expr = { kind: 'literal', type, value: type === 'real' || type === 'decimal' ? 0 : 0n, span };
  const last = callOf('max_of', type, callOf('-', type, reach.lookback, reach.step), zero);
  const offsets: Rows = { op: 'range', from: zero, to: last, step: reach.step, columns: [offset], span };
  const pairs = joinOf('inner', rows, offsets, []);
  const reached = namedOutput(context, 'reached', later(window, columnExpr(offset, span)));
  const reachedExpr = columnExpr(reached.column, span);
  const bounds = [
    ...(reach.start ? [isAtMost(reach.start, reachedExpr)] : []),
    ...(reach.end ? [isAtMost(reachedExpr, reach.end)] : []),
  ];
  return { rows: whereOf(extendOf(pairs, [reached]), ...bounds), reached: reachedExpr };
}

function byCalendar(
  timeline: Timeline,
  window: Expr,
  reach: Reach,
  context: Context,
): { readonly rows: Rows; readonly reached: Expr } {
  if (!reach.start || !reach.end) throw new Refusal('Calendar windows without a start and an end', reach.step.span);
  const windows = allWindows(timeline.time, reach.start, reach.end, reach.step, context);
  const [column] = windows.columns;
  if (!column) throw new Refusal('Calendar windows of this kind', reach.step.span);
  const reached = columnExpr(column, reach.step.span);
  const pairs = joinOf('inner', timeline.rows, windows, []);
  const conditions = [isAtMost(window, reached), isBefore(earlier(reached, reach.lookback), window)];
  return { rows: whereOf(pairs, ...conditions), reached };
}

/** Conditions of a join: these of the left side equal those of the right, in pairs. */
export const sameKeys = (left: readonly Expr[], right: readonly Expr[]) =>
  left.flatMap((expr, index) => {
    const other = right[index];
    return other ? [{ left: expr, right: other }] : [];
  });

/** Each expression once, as keys of a group. */
export const keysOf = (context: Context, ...exprs: readonly Expr[]): Output[] =>
  exprs.map((expr) => namedOutput(context, expr.kind === 'column' ? expr.column.name : 'window', expr));

/** How many different values there are, nulls left out. */
export const dcountOf = (context: Context, of: Expr): Output =>
  namedOutput(context, 'dcount', aggregateOf('dcount', 'long', of.span, of));

export const isKnown = (expr: Expr): Expr => callOf('isnotnull', 'bool', expr);

/** A whole number that an outer join may have left out. */
export const orZero = (expr: Expr): Expr => callOf('coalesce', 'long', expr, longOf(0, expr.span));

export const ratio = (part: Expr, whole: Expr): Expr =>
  callOf('/', 'real', callOf('toreal', 'real', part), callOf('toreal', 'real', whole));

/** The rows from start to end, both included. */
export const within = (timeline: Timeline, start: Expr, end: Expr): Timeline => ({
  ...timeline,
  rows: whereOf(timeline.rows, isAtMost(start, timeline.time), isAtMost(timeline.time, end)),
});

/** The rows that windows from start to end can look back on. */
export const withLookback = (timeline: Timeline, start: Expr, end: Expr, lookback: Expr): Timeline => ({
  ...timeline,
  rows: whereOf(timeline.rows, isBefore(earlier(start, lookback), timeline.time), isAtMost(timeline.time, end)),
});

/** Kusto promises no order; the order of time, then of the dimensions, is the one a reader wants. */
export const byWindow = (rows: Rows): Rows => sortOf(rows, ...cellsOf(rows));
