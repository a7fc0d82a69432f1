/** Aggregates that give several columns from one row: arg_max, arg_min, take_any; and percentiles, one per rank. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr } from '../../ir';
import { type Context, columnExpr, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';

const rowAggregates: Readonly<Record<string, string>> = {
  arg_max: 'arg_max',
  argmax: 'arg_max',
  arg_min: 'arg_min',
  argmin: 'arg_min',
  take_any: 'take_any',
  takeany: 'take_any',
  any: 'take_any',
};

export const isTupleAggregate = (name: string): boolean =>
  Object.hasOwn(rowAggregates, name) || /^percentilesw?(_array)?$/.test(name);

/** The parts of such an aggregate, undefined for any other expression. */
export function lowerTupleAggregate(
  node: SyntaxNode,
  keyNames: ReadonlySet<string>,
  context: Context,
): Expr[] | undefined {
  if (node.kind !== 'FunctionCallExpression') return undefined;
  const called = node.child('Name').simpleName;
  if (/^percentilesw?$/.test(called)) return lowerPercentiles(node, called, context);
  if (/^percentilesw?_array$/.test(called)) {
    const args = lowerPercentiles(node, called.replace('_array', ''), context);
    return [{ kind: 'call', name: 'pack_array', args, type: 'dynamic', span: spanOf(node) }];
  }
  const name = rowAggregates[called];
  if (!name) return undefined;
  const args = argumentsOf(node).flatMap((argument) =>
    argument.kind === 'StarExpression' ? everyOtherColumn(node, keyNames, context) : [lowerExpr(argument, context)],
  );
  const whole: Expr = { kind: 'aggregate', name, args, type: 'dynamic', span: spanOf(node) };
  return args.map((argument, index) => ({
    kind: 'call',
    name: 'row_field',
    args: [whole, { kind: 'literal', type: 'long', value: BigInt(index), span: spanOf(node) }],
    type: argument.type,
    span: spanOf(node),
  }));
}

/** `*` leaves out the keys and what the aggregate names already. */
function everyOtherColumn(node: SyntaxNode, keyNames: ReadonlySet<string>, context: Context): Expr[] {
  const named = new Set(argumentsOf(node).map((argument) => argument.simpleName));
  return context.scope.columns
    .filter((column) => !keyNames.has(column.name) && !named.has(column.name))
    .map((column) => columnExpr(column, spanOf(node)));
}

function lowerPercentiles(node: SyntaxNode, called: string, context: Context): Expr[] {
  const args = argumentsOf(node).map((argument) => lowerExpr(argument, context));
  const fixed = called === 'percentilesw' ? 2 : 1;
  const name = called === 'percentilesw' ? 'percentilew' : 'percentile';
  const [subject] = args;
  return args
    .slice(fixed)
    .flatMap(eachRank)
    .map((rank) => ({
      kind: 'aggregate',
      name,
      args: [...args.slice(0, fixed), rank],
      type: subject?.type ?? 'real',
      span: spanOf(node),
    }));
}

/** A constant array stands for its members. */
function eachRank(rank: Expr): Expr[] {
  if (rank.kind !== 'literal' || rank.type !== 'dynamic' || typeof rank.value !== 'string') return [rank];
  const ranks: unknown = JSON.parse(rank.value);
  return [ranks].flat().map((value) => ({ ...rank, type: 'real', value: Number(value) }));
}
