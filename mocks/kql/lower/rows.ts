/** Tabular expressions: tables, literals of rows, pipes, names of lets, calls that give tables. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Context, spanOf } from './context';
import { inlineFunction } from './expressions/inline-function';
import { operators } from './operators';
import { lowerFind } from './operators/find';
import { lowerGraphMatch } from './operators/graph-match';
import { lowerGraphToTable } from './operators/graph-to-table';
import { lowerPrint } from './operators/print';
import { lowerRange } from './operators/range';
import { lowerSearch } from './operators/search';
import { lowerUnion } from './operators/union';
import { lowerPatternCall, patternCalled } from './pattern';
import { refreshed } from './refreshed';
import { meetsNoOrder, withOrderOf } from './serialized';
import { lowerShared } from './shared';
import { lowerDatatable } from './sources/datatable';
import { lowerExternalData } from './sources/external-data';
import { lowerPathRows } from './sources/other-workspace';
import { functionCalled } from './sources/saved-function';
import { lowerTable, lowerTableFunction } from './sources/table';
import { lowerWatchlist, lowerWatchlistAliases } from './sources/watchlist';

type Lower = (node: SyntaxNode, context: Context) => Rows;

/** Whether the binder says that an expression is a table. */
export function isTabular(node: SyntaxNode): boolean {
  if (node.kind === 'ParenthesizedExpression') return isTabular(node.child('Expression'));
  if (node.type.columns === undefined) return false;
  if (node.symbol?.kind === 'Pattern') return true;
  // Tuple-valued scalar functions have columns too, and are no tables.
  return node.kind !== 'FunctionCallExpression' || node.symbol?.kind === 'Function' ? !isTupleCall(node) : true;
}

const isTupleCall = (node: SyntaxNode): boolean =>
  node.kind === 'FunctionCallExpression' &&
  node.calledBody() === undefined &&
  !tableFunctions.has(node.child('Name').simpleName);

const tableFunctions: ReadonlyMap<string, Lower | undefined> = new Map<string, Lower | undefined>([
  ['table', lowerTableFunction],
  ['materialized_view', undefined],
  ['external_table', undefined],
  ['_GetWatchlist', lowerWatchlist],
  ['_GetWatchlistAlias', lowerWatchlistAliases],
]);

export function lowerRows(node: SyntaxNode, context: Context): Rows {
  const pattern = patternCalled(node, context);
  if (pattern) return lowerPatternCall(node, pattern, context);
  const lower = lowerings[node.kind];
  // Inside mv-apply and partition the first operator has no table before it.
  if (!lower && context.implicitInput && operators[node.kind]) {
    return applyOperator(node, context.implicitInput, { ...context, implicitInput: undefined });
  }
  if (!lower) throw new Refusal(`The table expression ${node.text.slice(0, 60)}`, spanOf(node));
  return lower(node, context);
}

const lowerings: Readonly<Record<string, Lower>> = {
  ParenthesizedExpression: (node, context) => lowerRows(node.child('Expression'), context),
  PipeExpression: lowerPipe,
  NameReference: lowerNamedRows,
  BracketedNameReference: lowerNamedRows,
  FunctionCallExpression: lowerRowsCall,
  DataTableExpression: lowerDatatable,
  ExternalDataExpression: lowerExternalData,
  MaterializeExpression: lowerShared,
  PathExpression: lowerPathRows,
  FindOperator: lowerFind,
  PrintOperator: lowerPrint,
  RangeOperator: lowerRange,
  UnionOperator: (node, context) => lowerUnion(node, context.implicitInput, { ...context, implicitInput: undefined }),
  SearchOperator: (node, context) => lowerSearch(node, undefined, context),
  ToTableExpression: (node, context) => lowerRows(node.child('Expression'), context),
};

/** Operators that begin a pipe, tables that are no operators, and what makes and reads graphs. */
export const isRowSource = (kind: string): boolean =>
  Object.hasOwn(lowerings, kind) || Object.hasOwn(graphOperators, kind) || kind === 'MakeGraphOperator';

export const isTableFunction = (name: string): boolean => tableFunctions.get(name) !== undefined;

function lowerPipe(node: SyntaxNode, context: Context): Rows {
  const lowerFromGraph = graphOperators[node.child('Operator').kind];
  if (lowerFromGraph) return lowerFromGraph(node, context);
  const input = lowerRows(node.child('Expression'), context);
  return applyOperator(node.child('Operator'), input, context);
}

/** What stands before these is a graph. */
const graphOperators: Readonly<Record<string, Lower>> = {
  GraphMatchOperator: lowerGraphMatch,
  GraphToTableOperator: lowerGraphToTable,
};

export function applyOperator(node: SyntaxNode, input: Rows, context: Context): Rows {
  const lower = operators[node.kind];
  if (!lower) throw new Refusal(`The operator ${node.text.split(/[\s(]/)[0] ?? ''}`, spanOf(node));
  const isUnserialized = meetsNoOrder(node.kind, input);
  const rows = lower(node, input, { ...context, scope: { columns: input.columns }, isUnserialized });
  return withOrderOf(node.kind, input, rows);
}

function lowerNamedRows(node: SyntaxNode, context: Context): Rows {
  const binding = context.names.get(node.simpleName);
  if (binding?.kind === 'rows') return binding.lower();
  if (binding?.kind === 'function') return inlineFunction(node, binding, context, lowerRows);
  const named = context.query.named.get(node.simpleName);
  return named ? refreshed(named, context) : lowerTable(node, context);
}

function lowerRowsCall(node: SyntaxNode, context: Context): Rows {
  const name = node.child('Name').simpleName;
  const binding = functionCalled(node, context);
  if (binding) return inlineFunction(node, binding, context, lowerRows);
  const lower = tableFunctions.get(name);
  if (lower) return lower(node, context);
  throw new Refusal(`The table function ${name}()`, spanOf(node));
}
