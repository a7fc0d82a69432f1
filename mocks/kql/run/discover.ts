/**
 * bag_unpack() and pivot() make columns out of values. The values are asked for first, with a query of their own; then
 * the plugin's schema is written into the text and the query is bound again, so that everything after it binds too.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { type QueryState, spanOf, withScope } from '../lower/context';
import { contextAt } from '../lower/query';
import { lowerRows } from '../lower/rows';
import { Refusal, SemanticError } from '../refusal';
import type { Storage } from '../sql/context';
import { printQuery } from '../sql/print';
import { quoteId } from '../sql/quote';
import { bagColumns } from './bag-columns';
import { type Ask, quotedName } from './discovered';
import { pivotColumns } from './pivot-columns';

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
  const ask: Ask = async (rows, sql) => {
    const id = quoteId(rows.columns[0]?.id ?? '');
    const reader = await connection.runAndReadAll(sql(printQuery(rows, storage), id));
    return reader.getRows().map((row) => row.map(String));
  };
  const found =
    name === 'pivot'
      ? await pivotColumns(plugin, input, inside, ask, mostColumns)
      : await bagColumns(plugin, input, inside, ask);
  if (found.columns.length > mostColumns)
    throw new SemanticError('E_TOO_MANY_COLUMNS', 'The plugin makes too many columns.', spanOf(plugin));
  const schema = found.columns.map((column) => `${quotedName(column.name)}:${column.type}`).join(', ');
  const call = plugin.child('FunctionCall');
  const before = found.dropped.map(quotedName).join(', ');
  return [
    ...(before ? [{ start: plugin.start, text: `project-away ${before} | ` }] : []),
    { start: call.start + call.length, text: ` : (${schema})` },
  ];
}
