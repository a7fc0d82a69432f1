/** `make-graph`: edges and nodes as two tables, each computed once. https://learn.microsoft.com/kusto/query/make-graph-operator */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { aggregateOf, groupOf, longOf, namedOutput, passOn, projectOf, sharedOf, windowOf } from '../build-rows';
import { type Context, columnExpr, freshColumn, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { lowerRows } from '../rows';

/** Tables under fresh ids at each reading; the id comes first, then an edge's ends, then the properties. */
export type Graph = {
  /** Number of the edge, source, target, properties. */
  readonly edges: () => Rows;
  /** Id of the node, properties. */
  readonly nodes: () => Rows;
};

/** What `graph-…` stands after: make-graph, or the name of a let. */
export function lowerGraph(node: SyntaxNode, context: Context): Graph {
  if (node.kind === 'ParenthesizedExpression') return lowerGraph(node.child('Expression'), context);
  const binding = node.kind === 'NameReference' ? context.names.get(node.simpleName) : undefined;
  if (binding?.kind === 'graph') return binding.lower();
  const operator = node.kind === 'PipeExpression' ? node.child('Operator') : undefined;
  if (operator?.kind !== 'MakeGraphOperator') {
    const shown = (operator ?? node).text.split(/[\s(]/)[0] ?? '';
    throw new Refusal(`The graph expression ${shown}`, spanOf(operator ?? node));
  }
  return makeGraph(operator, lowerRows(node.child('Expression'), context), context);
}

export const isGraph = (node: SyntaxNode): boolean =>
  node.kind === 'PipeExpression' && node.child('Operator').kind === 'MakeGraphOperator';

function makeGraph(node: SyntaxNode, input: Rows, context: Context): Graph {
  const span = spanOf(node);
  const partitioned = node.optional('PartitionedByClause');
  if (partitioned) throw new Refusal('partitioned-by', spanOf(partitioned));
  const inside: Context = { ...context, scope: { columns: input.columns } };
  const ends = ['SourceColumn', 'TargetColumn'].map((role) => lowerExpr(node.child(role), inside));
  const [source, target] = ends;
  if (!source || !target) throw new Refusal('This form of make-graph', span);
  const number = windowOf('row_number', 'long', span, longOf(1, span));
  const numbered = projectOf(input, [
    namedOutput(context, 'edge', number),
    namedOutput(context, 'source', source),
    namedOutput(context, 'target', target),
    ...passOn(input.columns, span),
  ]);
  const edges = sharedOf(numbered, context);
  const nodes = sharedOf(lowerNodes(node.optional('WithClause'), edges, context, span), context);
  return { edges, nodes };
}

type NodeTable = { readonly rows: Rows; readonly key: Column };

/** A node per id: the tables' rows, and the ends of edges that no table knows. Rows of the same id become one. */
function lowerNodes(clause: SyntaxNode | undefined, edges: () => Rows, context: Context, span: Span): Rows {
  const tables = (clause?.list('TablesAndKeys') ?? []).map((each): NodeTable => {
    const rows = lowerRows(each.child('Table'), context);
    const name = each.child('Column').simpleName;
    const key = rows.columns.find((column) => column.name === name);
    if (!key) throw new Refusal(`The node id ${name}`, spanOf(each));
    return { rows, key };
  });
  const idName = clause?.optional('Name')?.simpleName;
  const type = edges().columns[1]?.type ?? 'string';
  const properties = propertiesOf(tables, idName, type, context, span);
  const id = freshColumn(context, 'node', type);
  const [only, another] = tables;
  const keyName = another ? undefined : (only?.key.name ?? idName);
  const fromTables = tables.map(({ rows, key }) => ({
    rows,
    outputs: [
      columnExpr(key, span),
      ...properties.map((property) => {
        const own = rows.columns.find((column) => column.name === property.name);
        return own ? columnExpr(own, span) : nothing(property, span);
      }),
    ],
  }));
  const fromEdges = [1, 2].map((at) => {
    const rows = edges();
    const end = columnExpr(rows.columns[at] ?? id, span);
    return {
      rows,
      outputs: [end, ...properties.map((property) => (property.name === keyName ? end : nothing(property, span)))],
    };
  });
  const columns = [id, ...properties];
  const union: Rows = { op: 'union', inputs: [...fromTables, ...fromEdges], columns, span };
  const key: Output = { column: freshColumn(context, 'node', type), expr: columnExpr(id, span) };
  return groupOf(
    union,
    [key],
    properties.map((property) => namedOutput(context, property.name, known(property, span))),
  );
}

function propertiesOf(
  tables: readonly NodeTable[],
  idName: string | undefined,
  idType: Column['type'],
  context: Context,
  span: Span,
): Column[] {
  if (idName !== undefined) return [freshColumn(context, idName, idType)];
  const found = new Map<string, Column>();
  for (const { rows } of tables) {
    for (const { name, type } of rows.columns) {
      const same = found.get(name);
      if (same && same.type !== type) throw new Refusal(`The node property ${name} of different types`, span);
      found.set(name, same ?? freshColumn(context, name, type));
    }
  }
  return [...found.values()];
}

const nothing = (column: Column, span: Span): Expr => ({
  kind: 'literal',
  type: column.type,
  value: column.type === 'string' ? '' : null,
  span,
});

/** A value that is there, if any of the node's rows has one: an empty text is none. */
const known = (property: Column, span: Span): Expr =>
  aggregateOf(property.type === 'string' ? 'max' : 'take_any', property.type, span, columnExpr(property, span));
