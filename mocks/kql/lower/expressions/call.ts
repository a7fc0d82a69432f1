/** Function calls in scalar place: user functions are inlined, a few need the row's columns, the rest stay calls by name. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { isAggregate } from '../../functions/aggregates';
import { isKnownFunction } from '../../functions/registry';
import type { Expr, ScalarType, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, columnExpr, spanOf, toScalarType } from '../context';
import { isTabular, lowerRows } from '../rows';
import { requireOrder } from '../serialized';
import { lowerGeoInfo } from '../sources/geo-info';
import { functionCalled } from '../sources/saved-function';
import { lowerExpr } from './expression';
import { inlineFunction } from './inline-function';

const windowFunctions = new Set([
  'row_number',
  'prev',
  'next',
  'row_cumsum',
  'row_rank_dense',
  'row_rank_min',
  'row_window_session',
]);

/** The arguments of a call, names of named ones left out. */
export const argumentsOf = (node: SyntaxNode): SyntaxNode[] => node.child('ArgumentList').list('Expressions');

export function lowerCall(node: SyntaxNode, context: Context): Expr {
  const name = node.child('Name').simpleName;
  const span = spanOf(node);
  const type = toScalarType(node.type.scalar);
  const own = functionCalled(node, context);
  if (own) return inlineFunction(node, own, context, (body, inside) => scalarBody(body, inside));
  const special = specials[name];
  if (special) return special(node, context);
  const nodes = argumentsOf(node).filter((argument) => !isTypeOfResult(name, argument));
  const [condition] = nodes;
  if (nodes.some((argument) => argument.kind === 'StarExpression') && isAggregate(name)) {
    throw new Refusal(`${name}(*) at this place`, span);
  }
  if (condition && isTabular(condition) && name === 'toscalar') {
    return { kind: 'scalar-rows', rows: lowerRows(condition, context), type, span };
  }
  const args = nodes.map((argument) => lowerExpr(argument, context));
  if (windowFunctions.has(name)) {
    requireOrder(name, span, context);
    return windowCall(name, args, type, span);
  }
  if (isAggregate(name) && !isMergeOfStates(name, args)) return { kind: 'aggregate', name, args, type, span };
  if (!isKnownFunction(name)) throw new Refusal(`The function ${name}()`, spanOf(node.child('Name')));
  return { kind: 'call', name, args, type, span };
}

/** `extract(@"\d+", 0, Text, typeof(long))`: the binder has read the type, the result is converted to it. */
const isTypeOfResult = (name: string, argument: SyntaxNode): boolean =>
  /^(extract|extract_?json|percentile_tdigest)$/.test(name) && argument.kind === 'TypeOfLiteralExpression';

/** hll_merge(a, b) merges the states of a row; with one argument it is the aggregate. */
const isMergeOfStates = (name: string, args: readonly Expr[]): boolean => args.length > 1 && /merge/.test(name);

/** Where a window function takes a condition to start over at, what it gets is the running count of restarts. */
function windowCall(name: string, args: readonly Expr[], type: ScalarType, span: Span): Expr {
  if (name === 'row_rank_dense' || name === 'row_rank_min') return rank(name, args, type, span);
  const [first, condition, ...rest] = args;
  if (!first || !condition || name === 'prev' || name === 'next' || name === 'row_window_session')
    return { kind: 'window', name, args, type, span };
  const restarts: Expr = { kind: 'window', name: 'restarts', args: [condition], type: 'long', span };
  return { kind: 'window', name, args: [first, restarts, ...rest], type, span };
}

/** A rank starts at 1 and counts the changes of the term (dense), or takes the row number of the last change (min). */
function rank(name: string, args: readonly Expr[], type: ScalarType, span: Span): Expr {
  const [term, restart] = args;
  if (!term) throw new Refusal(`${name}() of nothing`, span);
  const before: Expr = { kind: 'window', name: 'prev', args: [term], type: term.type, span };
  const isFirst: Expr = { kind: 'window', name: 'is_first', args: [], type: 'bool', span };
  const differs: Expr = {
    kind: 'call',
    name: 'not',
    args: [{ kind: 'call', name: 'same', args: [term, before], type: 'bool', span }],
    type: 'bool',
    span,
  };
  const tests = [isFirst, differs, ...(restart ? [restart] : [])];
  const changed: Expr = { kind: 'call', name: 'or', args: tests, type: 'bool', span };
  const changes: Expr = { kind: 'window', name: 'restarts', args: [changed], type: 'long', span };
  if (!restart)
    return { kind: 'window', name: name === 'row_rank_dense' ? 'value' : 'first_number', args: [changes], type, span };
  const groups: Expr = { kind: 'window', name: 'restarts', args: [restart], type: 'long', span };
  return {
    kind: 'window',
    name: name === 'row_rank_dense' ? 'value_since' : 'first_number',
    args: [changes, groups],
    type,
    span,
  };
}

function scalarBody(body: SyntaxNode, context: Context): Expr {
  if (!isTabular(body)) return lowerExpr(body, context);
  const rows = lowerRows(body, context);
  return { kind: 'scalar-rows', rows, type: rows.columns[0]?.type ?? 'dynamic', span: spanOf(body) };
}

type Special = (node: SyntaxNode, context: Context) => Expr;

const specials: Readonly<Record<string, Special>> = {
  column_names_of: columnNamesOf,
  assert: lowerAssert,
  now: (node, context) => lowerNow(node, context, '+'),
  ago: (node, context) => lowerNow(node, context, '-'),
  column_ifexists: lowerColumnIfExists,
  columnifexists: lowerColumnIfExists,
  iscolumnexists: lowerIsColumn,
  estimate_data_size: lowerEstimatedSize,
  pack_all: (node, context) => packColumns(node, context),
  bag_pack_columns: (node, context) => packColumns(node, context),
  ingestion_time: lowerIngestionTime,
  ingestiontime: lowerIngestionTime,
  iff: lowerConditional,
  iif: lowerConditional,
  geo_info_from_ip_address: lowerGeoInfo,
};

/** Functions that are lowered by code of their own instead of a row of functions/. */
export const isOwnForm = (name: string): boolean =>
  Object.hasOwn(specials, name) || windowFunctions.has(name) || name === 'toscalar';

function columnNamesOf(node: SyntaxNode, context: Context): Expr {
  const [table] = argumentsOf(node);
  if (!table || !isTabular(table)) throw new Refusal('This call of column_names_of()', spanOf(node));
  const names = lowerRows(table, context).columns.map((column) => column.name);
  return { kind: 'literal', type: 'dynamic', value: JSON.stringify(names), span: spanOf(node) };
}

/** A constant condition that holds changes nothing; one that does not is the query's error. */
function lowerAssert(node: SyntaxNode, context: Context): Expr {
  const [condition, message] = argumentsOf(node);
  if (!condition) throw new Refusal('This call of assert()', spanOf(node));
  const args = [
    lowerExpr(condition, context),
    { kind: 'literal', type: 'string', value: message?.stringValue ?? '', span: spanOf(node) } as const,
  ];
  return { kind: 'call', name: 'assert', args, type: 'bool', span: spanOf(node) };
}

function lowerConditional(node: SyntaxNode, context: Context): Expr {
  const args = argumentsOf(node).map((argument) => lowerExpr(argument, context));
  return { kind: 'call', name: 'iff', args, type: toScalarType(node.type.scalar), span: spanOf(node) };
}

function lowerNow(node: SyntaxNode, context: Context, sign: '+' | '-'): Expr {
  const span = spanOf(node);
  const now: Expr = { kind: 'literal', type: 'datetime', value: context.query.nowTicks, span };
  const [offset] = argumentsOf(node);
  if (!offset) return now;
  const by = lowerExpr(offset, context);
  if (by.kind === 'literal' && typeof by.value === 'bigint') {
    return { ...now, value: sign === '+' ? context.query.nowTicks + by.value : context.query.nowTicks - by.value };
  }
  return { kind: 'call', name: sign, args: [now, by], type: 'datetime', span };
}

function lowerColumnIfExists(node: SyntaxNode, context: Context): Expr {
  const [name, fallback] = argumentsOf(node);
  if (!name || !fallback) throw new Refusal('This call of column_ifexists()', spanOf(node));
  const column = context.scope.columns.find((candidate) => candidate.name === name.stringValue);
  return column ? columnExpr(column, spanOf(node)) : lowerExpr(fallback, context);
}

function lowerIsColumn(node: SyntaxNode, context: Context): Expr {
  const name = argumentsOf(node)[0]?.stringValue;
  const exists = context.scope.columns.some((column) => column.name === name);
  return { kind: 'literal', type: 'bool', value: exists, span: spanOf(node) };
}

function lowerEstimatedSize(node: SyntaxNode, context: Context): Expr {
  const span = spanOf(node);
  const columns = argumentsOf(node).flatMap((argument) =>
    argument.kind === 'StarExpression'
      ? context.scope.columns.map((column) => columnExpr(column, span))
      : [lowerExpr(argument, context)],
  );
  const sizes = columns.map((column): Expr => {
    if (column.type === 'dynamic') throw new Refusal('The estimated size of a dynamic value', span);
    return { kind: 'call', name: 'size_of', args: [column], type: 'long', span };
  });
  return sizes.reduce((total, size): Expr => ({ kind: 'call', name: '+', args: [total, size], type: 'long', span }));
}

function packColumns(node: SyntaxNode, context: Context): Expr {
  const span = spanOf(node);
  const nodes = argumentsOf(node);
  const wholeRow = node.child('Name').simpleName === 'pack_all';
  const ignoreEmpty = wholeRow && nodes[0]?.text === 'true';
  const columns = wholeRow
    ? context.scope.columns.filter((column) => column.name !== context.query.phantom)
    : nodes.flatMap((argument) => context.scope.columns.filter((column) => column.name === argument.simpleName));
  const args = columns.flatMap((column): Expr[] => [
    { kind: 'literal', type: 'string', value: column.name, span },
    columnExpr(column, span),
  ]);
  return { kind: 'call', name: ignoreEmpty ? 'bag_pack_nonempty' : 'bag_pack', args, type: 'dynamic', span };
}

/** Rows of the demo are ingested as they happen. */
function lowerIngestionTime(node: SyntaxNode, context: Context): Expr {
  const column = context.scope.columns.find(({ name }) => name === 'TimeGenerated' || name === 'Timestamp');
  if (column) return columnExpr(column, spanOf(node));
  return { kind: 'literal', type: 'datetime', value: null, span: spanOf(node) };
}
