/**
 * `funnel_sequence_completion`: how many ids come how far in a sequence of states, within each of several periods.
 * https://learn.microsoft.com/kusto/query/funnel-sequence-completion-plugin
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { parseTimespan } from '../../ticks';
import {
  aggregateOf,
  callOf,
  cellAt,
  cellsOf,
  extendOf,
  groupOf,
  joinOf,
  namedOutput,
  projectOf,
  sharedOf,
  textOf,
  whereOf,
} from '../build-rows';
import { type Context, columnExpr, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';
import {
  byWindow,
  dcountOf,
  isAtMost,
  isBefore,
  isKnown,
  keysOf,
  later,
  readTimeline,
  sameKeys,
  windowAt,
  within,
} from './timeline';

/** `(Id, Time, Start, End, Step, State, Sequence, Periods)`. */
export function lowerFunnelSequenceCompletion(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const [id, time, startNode, endNode, stepNode, stateNode, sequenceNode, periodsNode] =
    pluginArguments(node).positional;
  if (!id || !time || !startNode || !endNode || !stepNode || !stateNode || !sequenceNode || !periodsNode)
    throw new Refusal('This form of funnel_sequence_completion()', span);
  const [start, end, step] = [lowerExpr(startNode, context), lowerExpr(endNode, context), lowerExpr(stepNode, context)];
  const sequence = constantList(sequenceNode, context).map(String);
  const periods = constantList(periodsNode, context).map((period) => parseTimespan(String(period)));
  const timeline = within(readTimeline(input, { id, time, dims: [stateNode] }, context), start, end);
  const events = sharedOf(whereOf(timeline.rows, isKnown(timeline.id)), context);
  const legs: Rows[] = [];
  let chain: (() => Rows) | undefined;
  for (const state of sequence) {
    chain = sharedOf(chain ? continued(chain(), events(), state, context) : begun(events(), state, context), context);
    for (const period of periods) {
      if (period === null) throw new Refusal('A period like this', spanOf(periodsNode));
      const length: Expr = { kind: 'literal', type: 'timespan', value: period, span };
      legs.push(completed(chain(), state, length, (first) => windowAt(first, step, start), context));
    }
  }
  const [leg] = legs;
  if (!leg) throw new Refusal('funnel_sequence_completion() of no states or periods', span);
  const columns = freshColumns(
    context,
    leg.columns.map(({ name, type }) => ({ name, type })),
  );
  const inputs = legs.map((rows) => ({ rows, outputs: cellsOf(rows) }));
  const all: Rows = { op: 'union', inputs, columns, span };
  return projectAs(node, byWindow(all), cellsOf(all), context);
}

function constantList(node: SyntaxNode, context: Context): unknown[] {
  const value = lowerExpr(node, context);
  const list: unknown =
    value.kind === 'literal' && typeof value.value === 'string' ? JSON.parse(value.value) : undefined;
  if (!Array.isArray(list)) throw new Refusal('A list that is not constant', spanOf(node));
  return list;
}

const inState = (events: Rows, state: string): Rows =>
  whereOf(events, callOf('==', 'bool', cellAt(events, 2), textOf(state, events.span)));

/** Id, time of the first state, time of the last one so far. */
function begun(events: Rows, state: string, context: Context): Rows {
  const [id, time] = [cellAt(events, 0), cellAt(events, 1)];
  return groupOf(inState(events, state), keysOf(context, id, time, time), []);
}

/** From each beginning the soonest row in the next state. */
function continued(chain: Rows, events: Rows, state: string, context: Context): Rows {
  const at = cellAt(events, 1);
  const pairs = joinOf('inner', chain, inState(events, state), sameKeys([cellAt(chain, 0)], [cellAt(events, 0)]));
  const soonest = namedOutput(context, 'soonest', aggregateOf('min', at.type, chain.span, at));
  return groupOf(whereOf(pairs, isBefore(cellAt(chain, 2), at)), keysOf(context, ...cellsOf(chain, 0, 2)), [soonest]);
}

/** Window, state, period, ids that came this far within the period. */
function completed(chain: Rows, state: string, period: Expr, windowed: (first: Expr) => Expr, context: Context): Rows {
  const [id, first, last] = [cellAt(chain, 0), cellAt(chain, 1), cellAt(chain, 2)];
  const quick = whereOf(chain, isAtMost(last, later(first, period)));
  const counted = groupOf(quick, keysOf(context, windowed(first)), [dcountOf(context, id)]);
  const labels = [namedOutput(context, 'state', textOf(state, chain.span)), namedOutput(context, 'period', period)];
  const labelled = extendOf(counted, labels);
  const order = [cellAt(counted, 0), ...labels.map(({ column }) => columnExpr(column, chain.span)), cellAt(counted, 1)];
  return projectOf(
    labelled,
    order.map((expr) => namedOutput(context, 'cell', expr)),
  );
}
