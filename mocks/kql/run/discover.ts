/**
 * bag_unpack() and pivot() make columns out of values. The values are asked for first, with a query of their own; then
 * the plugin's schema is written into the text and the query is bound again, so that everything after it binds too.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows, ScalarType } from '../ir';
import { type Context, freshColumn, type QueryState, spanOf, withScope } from '../lower/context';
import { lowerExpr } from '../lower/expression';
import { pivotParts } from '../lower/pivot';
import { pluginArguments } from '../lower/plugin-arguments';
import { contextAt } from '../lower/query';
import { lowerRows } from '../lower/rows';
import { Refusal, SemanticError } from '../refusal';
import type { Storage } from '../sql/context';
import { printQuery } from '../sql/print';
import { quoteId } from '../sql/quote';

/** Text put into the query: at `start`, `length` units that were not there. */
export type Insertion = { readonly start: number; readonly text: string };

const mostColumns = 1000;

/** The first plugin call, in the text's order, that needs its columns to be discovered. */
export function openPlugin(syntax: SyntaxNode): SyntaxNode | undefined {
  for (const node of syntax.descendants()) {
    if (node.kind !== 'EvaluateOperator' || node.optional('Schema')) continue;
    const name = node.child('FunctionCall').child('Name').simpleName;
    if (name === 'bag_unpack' || name === 'pivot') return node;
  }
  return undefined;
}

export async function discover(
  syntax: SyntaxNode,
  plugin: SyntaxNode,
  query: QueryState,
  storage: Storage,
  connection: DuckDBConnection,
): Promise<readonly Insertion[]> {
  const pipe = plugin.parent;
  const context = contextAt(syntax, plugin, query);
  if (pipe?.kind !== 'PipeExpression' || !context)
    throw new Refusal('This plugin inside a function, without a schema', spanOf(plugin));
  const input = lowerRows(pipe.child('Expression'), context);
  const inside = withScope(context, input.columns);
  const name = plugin.child('FunctionCall').child('Name').simpleName;
  const ask = async (rows: Rows, sql: (inner: string, id: string) => string): Promise<string[][]> => {
    const id = quoteId(rows.columns[0]?.id ?? '');
    const reader = await connection.runAndReadAll(sql(printQuery(rows, storage), id));
    return reader.getRows().map((row) => row.map(String));
  };
  const found =
    name === 'pivot' ? await pivotColumns(plugin, input, inside, ask) : await bagColumns(plugin, input, inside, ask);
  if (found.columns.length > mostColumns)
    throw new SemanticError('E_TOO_MANY_COLUMNS', 'The plugin makes too many columns.', spanOf(plugin));
  const schema = found.columns.map((column) => `['${column.name.replaceAll("'", "\\'")}']:${column.type}`).join(', ');
  const call = plugin.child('FunctionCall');
  const before = found.dropped.map((column) => `['${column}']`).join(', ');
  return [
    ...(before ? [{ start: plugin.start, text: `project-away ${before} | ` }] : []),
    { start: call.start + call.length, text: ` : (${schema})` },
  ];
}

type Found = { readonly columns: readonly { name: string; type: ScalarType }[]; readonly dropped: readonly string[] };
type Ask = (rows: Rows, sql: (inner: string, id: string) => string) => Promise<string[][]>;

const single = (rows: Rows, expr: Expr, context: Context): Rows => {
  const column = freshColumn(context, 'value', expr.type);
  return { op: 'project', input: rows, outputs: [{ column, expr }], columns: [column], span: rows.span };
};

async function bagColumns(plugin: SyntaxNode, input: Rows, context: Context, ask: Ask): Promise<Found> {
  const { positional, named } = pluginArguments(plugin);
  const [bagNode, prefixNode] = positional;
  if (!bagNode) throw new Refusal('bag_unpack() of nothing', spanOf(plugin));
  const bag = lowerExpr(bagNode, context);
  const prefix = (prefixNode ?? named.get('OutputColumnPrefix'))?.stringValue ?? '';
  const ignored = new Set(ignoredKeys(named.get('ignoredProperties'), context));
  const keys = await ask(
    single(input, bag, context),
    (inner, id) =>
      `SELECT k, string_agg(DISTINCT k_gettype(nullif(CAST(json_extract(d, '$."' || replace(k, '"', '\\"') || '"') AS VARCHAR), 'null')), ',')
     FROM (SELECT ${id} AS d, unnest(json_keys(${id})) AS k FROM (${inner}) WHERE starts_with(${id}, '{')) GROUP BY k ORDER BY k`,
  );
  const unpacked = keys
    .filter(([key = '']) => !ignored.has(key))
    .map(([key = '', types = '']) => ({ name: prefix + key, type: typeOf(types) }));
  return arranged(input.columns, bag, unpacked, named.get('columnsConflict')?.stringValue ?? 'error', plugin);
}

function ignoredKeys(node: SyntaxNode | undefined, context: Context): string[] {
  const value = node && lowerExpr(node, context);
  const parsed: unknown = value?.kind === 'literal' && typeof value.value === 'string' ? JSON.parse(value.value) : [];
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

const jsonTypes: Readonly<Record<string, ScalarType>> = {
  string: 'string',
  long: 'long',
  double: 'real',
  bool: 'bool',
};

/** Values of one kind give its type, whole and other numbers together real, anything else stays dynamic. */
function typeOf(kinds: string): ScalarType {
  const set = new Set(kinds.split(',').filter((kind) => kind !== 'null'));
  const [only] = set;
  if (set.size === 1 && only) return jsonTypes[only] ?? 'dynamic';
  return set.size === 2 && set.has('long') && set.has('double') ? 'real' : 'dynamic';
}

/** A key named like the unpacked column takes its place; like another column, what columnsConflict says. */
function arranged(
  columns: readonly Column[],
  bag: Expr,
  unpacked: readonly { name: string; type: ScalarType }[],
  conflict: string,
  plugin: SyntaxNode,
): Found {
  const byName = new Map(unpacked.map((column) => [column.name, column]));
  const bagId = bag.kind === 'column' ? bag.column.id : '';
  const dropped: string[] = [];
  const kept = columns.flatMap((column) => {
    const clash = byName.get(column.name);
    if (column.id === bagId) return clash ? [clash] : [];
    if (!clash || conflict === 'keep_source') return [{ name: column.name, type: column.type }];
    if (conflict !== 'replace_source') {
      throw new SemanticError(
        'SEM0500',
        `bag_unpack(): the column '${column.name}' exists already; see columnsConflict.`,
        spanOf(plugin),
      );
    }
    dropped.push(column.name);
    return [clash];
  });
  const names = new Set(kept.map((column) => column.name));
  return { columns: [...kept, ...unpacked.filter((column) => !names.has(column.name))], dropped };
}

async function pivotColumns(plugin: SyntaxNode, input: Rows, context: Context, ask: Ask): Promise<Found> {
  const { subject, aggregate, keys } = pivotParts(plugin, input, context);
  const text: Expr = { kind: 'call', name: 'tostring', args: [subject], type: 'string', span: subject.span };
  const values = await ask(
    single(input, text, context),
    (inner, id) => `SELECT DISTINCT ${id} FROM (${inner}) WHERE ${id} <> '' ORDER BY 1 LIMIT ${mostColumns + 1}`,
  );
  const rows = keys.flatMap((key) => (key.kind === 'column' ? [{ name: key.column.name, type: key.type }] : []));
  return { columns: [...rows, ...values.map(([name = '']) => ({ name, type: aggregate.type }))], dropped: [] };
}
