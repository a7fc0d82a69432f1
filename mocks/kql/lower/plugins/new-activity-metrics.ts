/**
 * `new_activity_metrics`: cohorts of ids by the window they were first seen in, and how many of each were seen again.
 * https://learn.microsoft.com/kusto/query/new-activity-metrics-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import {
  aggregateOf,
  callOf,
  cellAt,
  cellsOf,
  groupOf,
  joinOf,
  namedOutput,
  sharedOf,
  sortOf,
  whereOf,
} from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { isTabular, lowerRows } from '../rows';
import { pluginArguments } from './plugin-arguments';
import {
  allWindows,
  dcountOf,
  isAtMost,
  isBefore,
  isKnown,
  keysOf,
  orZero,
  ratio,
  readTimeline,
  sameKeys,
  sharedTimeline,
  type Timeline,
  timelineOf,
  windowAt,
  within,
} from './timeline';

type Settings = {
  readonly timeline: Timeline;
  readonly start: Expr;
  readonly end: Expr;
  readonly step: Expr;
  /** The start of the only cohort that was asked for. */
  readonly cohort: Expr | undefined;
};

/** `(Id, Time, Start, End, Step [, Cohort] [, dimensions…] [, Lookback])`. */
function settingsOf(node: SyntaxNode, input: Rows, context: Context): Settings {
  const [id, time, startNode, endNode, stepNode, ...rest] = pluginArguments(node).positional;
  if (!id || !time || !startNode || !endNode || !stepNode)
    throw new Refusal('This form of new_activity_metrics()', spanOf(node));
  const last = rest.at(-1);
  const lookback = last && isTabular(last) ? last : undefined;
  const dims = rest.filter((argument) => argument !== lookback && argument.symbol?.kind === 'Column');
  const [cohort, ...more] = rest.filter((argument) => argument !== lookback && !dims.includes(argument));
  if (more[0]) throw new Refusal('A second cohort', spanOf(more[0]));
  const [start, end, step] = [lowerExpr(startNode, context), lowerExpr(endNode, context), lowerExpr(stepNode, context)];
  const all = within(readTimeline(input, { id, time, dims }, context), start, end);
  return {
    timeline: lookback ? notIn(all, lookback, context) : all,
    start,
    end,
    step,
    cohort: cohort && windowAt(lowerExpr(cohort, context), step, start),
  };
}

/** Ids of the lookback table are not new. It names them as the input does, or has nothing else. */
function notIn(timeline: Timeline, lookback: SyntaxNode, context: Context): Timeline {
  const known = lowerRows(lookback, context);
  const name = timeline.id.kind === 'column' ? timeline.id.column.name : '';
  const column = known.columns.find((each) => each.name === name) ?? known.columns[0];
  if (!column || (column.name !== name && known.columns.length > 1)) {
    throw new SemanticError('SEM0100', `The lookback table has no column '${name}'.`, spanOf(lookback));
  }
  const ids: Rows = {
    op: 'project',
    input: known,
    outputs: [{ column, expr: { kind: 'column', column, type: column.type, span: known.span } }],
    columns: [column],
    span: known.span,
  };
  const condition: Expr = {
    kind: 'in-rows',
    subject: timeline.id,
    rows: ids,
    negated: true,
    ignoreCase: false,
    type: 'bool',
    span: known.span,
  };
  return { ...timeline, rows: whereOf(timeline.rows, condition) };
}

export function lowerNewActivityMetrics(node: SyntaxNode, input: Rows, context: Context): Rows {
  const { timeline, start, end, step, cohort } = settingsOf(node, input, context);
  const { rows, id, time, dims } = timeline;
  const merged = groupOf(whereOf(rows, isKnown(id)), keysOf(context, id, windowAt(time, step, start), ...dims), []);
  const counted = seenPerCohort(sharedTimeline(timelineOf(merged), context), context);
  const readCounts = sharedOf(counted, context);
  const grid = whereCohort(cohortGrid(readCounts(), allWindows(time, start, end, step, context), context), cohort);
  const counts = readCounts();
  const [from, to] = [cellAt(grid, 0), cellAt(grid, -1)];
  const [first, at, seen] = [cellAt(counts, 0), cellAt(counts, -2), cellAt(counts, -1)];
  const on = sameKeys([to, ...cellsOf(grid, 1, -2)], [at, ...cellsOf(counts, 1, -2)]);
  const pairs = joinOf('leftouter', grid, counts, on);
  const isOwn = callOf('==', 'bool', first, from);
  const isFirstWindow = callOf('==', 'bool', from, to);
  const isNew = callOf('or', 'bool', isBefore(from, first), callOf('and', 'bool', isFirstWindow, isOwn));
  const sumIf = (name: string, condition: Expr) =>
    namedOutput(context, name, aggregateOf('sumif', 'long', rows.span, orZero(seen), condition));
  const keys = keysOf(context, from, to, ...cellsOf(grid, 1, -1));
  const result = groupOf(pairs, keys, [sumIf('new', isNew), sumIf('retained', isOwn)]);
  return projectAs(node, sortOf(result, ...cellsOf(result, 0, 2)), partsOf(result), context);
}

function partsOf(result: Rows): Expr[] {
  const [size, news, retained] = [cellAt(result, -3), cellAt(result, -2), cellAt(result, -1)];
  const churn = callOf('-', 'long', size, retained);
  return [...cellsOf(result, 0, -3), news, retained, churn, ratio(retained, size), ratio(churn, size)];
}

/** How many ids of each cohort are seen in each window: first window, dimensions, window, count. */
function seenPerCohort(read: () => Timeline, context: Context): Rows {
  const [own, other] = [read(), read()];
  const first = namedOutput(context, 'first', aggregateOf('min', own.time.type, own.rows.span, own.time));
  const firsts = groupOf(own.rows, keysOf(context, own.id, ...own.dims), [first]);
  const joined = joinOf('inner', firsts, other.rows, sameKeys(cellsOf(firsts, 0, -1), [other.id, ...other.dims]));
  const keys = keysOf(context, cellAt(firsts, -1), ...cellsOf(firsts, 1, -1), other.time);
  return groupOf(joined, keys, [dcountOf(context, other.id)]);
}

/** Each cohort with its size and every window from its own on: first window, dimensions, size, window. */
function cohortGrid(counts: Rows, windows: Rows, context: Context): Rows {
  const [first, at] = [cellAt(counts, 0), cellAt(counts, -2)];
  const own = whereOf(counts, callOf('==', 'bool', first, at));
  const sizes = groupOf(own, keysOf(context, ...cellsOf(own, 0, -2)), [
    namedOutput(context, 'size', aggregateOf('sum', 'long', own.span, cellAt(own, -1))),
  ]);
  return whereOf(joinOf('inner', sizes, windows, []), isAtMost(cellAt(sizes, 0), cellAt(windows, -1)));
}

const whereCohort = (grid: Rows, cohort: Expr | undefined): Rows =>
  cohort ? whereOf(grid, callOf('==', 'bool', cellAt(grid, 0), cohort)) : grid;
