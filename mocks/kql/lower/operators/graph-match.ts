/**
 * `graph-match`: a path of nodes and edges as joins, one per edge. Edges of variable length are the union of the paths
 * of each length. https://learn.microsoft.com/kusto/query/graph-match-operator
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, joinOf, passOn, projectOf, whereOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, lowerParts, matchOutputs } from '../expressions/outputs';
import { parameterWord } from '../parameters';
import { type Graph, lowerGraph } from './graph';

/** The paths found so far. */
type Match = {
  readonly rows: Rows;
  /** The id of the node that the path has reached. */
  readonly at: Column;
  /** Ids of the path's edges: numbers, or for an edge of variable length an array of them. */
  readonly edges: readonly Column[];
  /** Node ids by the name of the node. */
  readonly ids: ReadonlyMap<string, Column>;
  /** The properties that `name.property` reads. */
  readonly properties: ReadonlyMap<string, readonly Column[]>;
  /** Names of the edges of variable length: their properties are arrays. */
  readonly paths: ReadonlySet<string>;
};

type Place = { readonly graph: Graph; readonly unique: boolean; readonly context: Context };

export function lowerGraphMatch(pipe: SyntaxNode, context: Context): Rows {
  const node = pipe.child('Operator');
  const span = spanOf(node);
  const cycles = parameterWord(node, 'cycles') ?? 'unique_edges';
  if (cycles !== 'unique_edges' && cycles !== 'all') throw new Refusal(`graph-match cycles=${cycles}`, span);
  const [pattern, second] = node.list('Patterns');
  if (!pattern || second) throw new Refusal('graph-match with several patterns', second ? spanOf(second) : span);
  const place: Place = { graph: lowerGraph(pipe.child('Expression'), context), unique: cycles !== 'all', context };
  const match = matchPath(pattern.list('PatternElements'), place);
  const condition = node.optional('WhereClause')?.child('Condition');
  // An edge of variable length has many values: a plain comparison with it is not what it seems.
  const single = new Map([...match.properties].filter(([name]) => !match.paths.has(name)));
  const kept = condition
    ? whereOf(match.rows, lowerExpr(condition, { ...context, scope: { columns: [], steps: single } }))
    : match.rows;
  const inside: Context = { ...context, scope: { columns: [], steps: match.properties } };
  const parts = (node.optional('ProjectClause')?.list('Expressions') ?? []).flatMap((each) => lowerParts(each, inside));
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input: kept, outputs, columns: columnsOf(outputs), span };
}

function matchPath(elements: readonly SyntaxNode[], place: Place): Match {
  const [start, ...rest] = elements;
  if (!start) throw new Refusal('An empty graph pattern', { start: 0, length: 0 });
  const first = place.graph.nodes();
  const at = first.columns[0];
  if (!at) throw new Refusal('A graph without nodes', spanOf(start));
  const name = nameOf(start);
  let match: Match = {
    rows: first,
    at,
    edges: [],
    ids: name === undefined ? new Map() : new Map([[name, at]]),
    properties: name === undefined ? new Map() : new Map([[name, first.columns.slice(1)]]),
    paths: new Set(),
  };
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const [edge, node] = [rest[index], rest[index + 1]];
    if (edge && node) match = reachNode(node, followEdge(edge, match, place), place);
  }
  return match;
}

const nameOf = (element: SyntaxNode): string | undefined => element.optional('Name')?.simpleName || undefined;

type Direction = 'right' | 'left' | 'any';

function directionOf(edge: SyntaxNode): Direction {
  const text = edge.text.replace(/\s/g, '');
  if (text.startsWith('<')) return 'left';
  return text.endsWith('>') ? 'right' : 'any';
}

/** The graph's edges as steps: number, from, to, properties. An undirected step goes both ways, a loop only once. */
function stepsOf(direction: Direction, { graph, context }: Place): Rows {
  const forward = graph.edges();
  const [id, source, target, ...properties] = forward.columns;
  if (!id || !source || !target) throw new Refusal('A graph without edges', forward.span);
  if (direction === 'right') return forward;
  const backward = turned(forward);
  if (direction === 'left') return backward;
  const { span } = forward;
  const again = graph.edges();
  const [, from, to] = again.columns;
  const others =
    from && to ? whereOf(again, callOf('!=', 'bool', columnExpr(from, span), columnExpr(to, span))) : again;
  const columns = [id, source, target, ...properties].map(({ name, type }) => freshColumn(context, name, type));
  const inputs = [forward, turned(others)].map((rows) => ({
    rows,
    outputs: rows.columns.map((column) => columnExpr(column, span)),
  }));
  return { op: 'union', inputs, columns, span };
}

function turned(rows: Rows): Rows {
  const [id, source, target, ...properties] = rows.columns;
  if (!id || !source || !target) return rows;
  return projectOf(rows, passOn([id, target, source, ...properties], rows.span));
}

function followEdge(edge: SyntaxNode, match: Match, place: Place): Match {
  const range = edge.optional('Range');
  return range ? followPath(edge, range, match, place) : followOne(edge, match, place);
}

/** One hop from where the path has got to; the edge is none of the path's. */
function hop(edge: SyntaxNode, match: Pick<Match, 'rows' | 'at' | 'edges'>, place: Place) {
  const { span } = match.rows;
  const steps = stepsOf(directionOf(edge), place);
  const [id, from, to, ...properties] = steps.columns;
  if (!id || !from || !to) throw new Refusal('A graph without edges', span);
  const joined = joinOf('inner', match.rows, steps, [
    { left: columnExpr(match.at, span), right: columnExpr(from, span) },
  ]);
  const rows = place.unique ? whereOf(joined, ...match.edges.map((other) => differs(other, id, span))) : joined;
  return { rows, at: to, id, properties };
}

const differs = (other: Column, id: Column, span: Span): Expr =>
  other.type === 'dynamic'
    ? callOf('not', 'bool', callOf('set_has_element', 'bool', columnExpr(other, span), columnExpr(id, span)))
    : callOf('!=', 'bool', columnExpr(other, span), columnExpr(id, span));

function followOne(edge: SyntaxNode, match: Match, place: Place): Match {
  const { rows, at, id, properties } = hop(edge, match, place);
  const name = nameOf(edge);
  return {
    ...match,
    rows,
    at,
    edges: [...match.edges, id],
    properties: name === undefined ? match.properties : new Map(match.properties).set(name, properties),
  };
}

const longestPath = 10;

/** Every path of the allowed lengths, with its edges' properties as arrays in the pattern's order. */
function followPath(edge: SyntaxNode, range: SyntaxNode, match: Match, place: Place): Match {
  const span = spanOf(edge);
  const [least, most] = ['RangeStart', 'RangeEnd'].map((role) => Number(range.optional(role)?.text ?? Number.NaN));
  if (least === undefined || most === undefined || !(least >= 0) || !(most >= least) || most > longestPath)
    throw new Refusal(`An edge of more than ${longestPath} steps`, span);
  const shape = place.graph.edges().columns;
  const columns = [
    ...match.rows.columns.map(({ name, type }) => freshColumn(place.context, name, type)),
    freshColumn(place.context, 'reached', match.at.type),
    freshColumn(place.context, 'path', 'dynamic'),
    ...shape.slice(3).map(({ name }) => freshColumn(place.context, name, 'dynamic')),
  ];
  const inputs: { rows: Rows; outputs: Expr[] }[] = [];
  let path: Path = { rows: match.rows, at: match.at, hops: [] };
  for (let length = 0; length <= most; length++) {
    if (length > 0) path = longer(edge, match, path, place);
    if (length < least) continue;
    const own = match.rows.columns.map((column) => columnExpr(column, span));
    const lists = [0, ...shape.slice(3).keys()].map((_, index) => list(path, index, span));
    inputs.push({ rows: path.rows, outputs: [...own, columnExpr(path.at, span), ...lists] });
  }
  const rows: Rows = { op: 'union', inputs, columns, span };
  const moved = new Map(match.rows.columns.map((column, index) => [column.id, columns[index] ?? column]));
  const now = (column: Column): Column => moved.get(column.id) ?? column;
  const [at, ids, ...properties] = columns.slice(match.rows.columns.length);
  if (!at || !ids) throw new Refusal('This graph pattern', span);
  const name = nameOf(edge);
  const known = new Map([...match.properties].map(([key, value]) => [key, value.map(now)] as const));
  if (name !== undefined) known.set(name, properties);
  return {
    rows,
    at,
    edges: [...match.edges.map(now), ids],
    ids: new Map([...match.ids].map(([key, value]) => [key, now(value)])),
    properties: known,
    paths: name === undefined ? match.paths : new Set(match.paths).add(name),
  };
}

/** A path of some length: the number and the properties of each of its edges. */
type Path = { readonly rows: Rows; readonly at: Column; readonly hops: readonly (readonly Column[])[] };

function longer(edge: SyntaxNode, match: Match, path: Path, place: Place): Path {
  const walked = path.hops.flatMap(([id]) => id ?? []);
  const next = hop(edge, { rows: path.rows, at: path.at, edges: [...match.edges, ...walked] }, place);
  return { rows: next.rows, at: next.at, hops: [...path.hops, [next.id, ...next.properties]] };
}

const list = (path: Path, index: number, span: Span): Expr => {
  const members = path.hops.flatMap((each) => each[index] ?? []).map((column) => columnExpr(column, span));
  return { kind: 'call', name: 'pack_array', args: members, type: 'dynamic', span };
};

/** A name that the pattern has had before means the same node again. */
function reachNode(node: SyntaxNode, match: Match, { graph }: Place): Match {
  const { span } = match.rows;
  const name = nameOf(node);
  const before = name === undefined ? undefined : match.ids.get(name);
  if (before) {
    const same = callOf('==', 'bool', columnExpr(match.at, span), columnExpr(before, span));
    return { ...match, rows: whereOf(match.rows, same) };
  }
  if (name === undefined) return match;
  const nodes = graph.nodes();
  const [id, ...properties] = nodes.columns;
  if (!id) throw new Refusal('A graph without nodes', span);
  const rows = joinOf('inner', match.rows, nodes, [{ left: columnExpr(match.at, span), right: columnExpr(id, span) }]);
  return {
    ...match,
    rows,
    at: id,
    ids: new Map(match.ids).set(name, id),
    properties: new Map(match.properties).set(name, properties),
  };
}
