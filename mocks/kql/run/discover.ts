/**
 * bag_unpack() and pivot() make columns out of values. The values are asked for first, with a query of their own; then
 * the plugin's schema is written into the text and the query is bound again, so that everything after it binds too.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Span } from '../ir';
import { readsOuterRow } from '../lower/build-rows';
import type { NeedsColumns } from '../lower/needs-columns';
import { openPlugins } from '../lower/operators/evaluate';
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

/** Whether a plugin's columns may have to be discovered; lowering then tells where. */
export function hasOpenPlugin(syntax: SyntaxNode): boolean {
  for (const node of syntax.descendants()) {
    if (node.kind !== 'EvaluateOperator' || node.optional('Schema')) continue;
    if (openPlugins.has(node.child('FunctionCall').child('Name').simpleName)) return true;
  }
  return false;
}

export async function discover(
  { plugin, input, context, through, start, problem }: NeedsColumns,
  query: { readonly text: string; readonly syntax: SyntaxNode },
  storage: Storage,
  connection: DuckDBConnection,
): Promise<readonly Insertion[]> {
  refuseSeveralCalls(through, query, { start, text: plugin.text }, problem);
  if (readsOuterRow(input)) throw new Refusal('This plugin inside mv-apply, without a schema', problem);
  const name = plugin.child('FunctionCall').child('Name').simpleName;
  const ask: Ask = async (rows, sql) => {
    const id = quoteId(rows.columns[0]?.id ?? '');
    const reader = await connection.runAndReadAll(sql(printQuery(rows, storage), id));
    return reader.getRows().map((row) => row.map(String));
  };
  const found =
    name === 'pivot'
      ? await pivotColumns(plugin, input, context, ask, mostColumns)
      : await bagColumns(plugin, input, context, ask);
  if (found.columns.length > mostColumns)
    throw new SemanticError('E_TOO_MANY_COLUMNS', 'The plugin makes too many columns.', problem);
  const schema = found.columns.map((column) => `${quotedName(column.name)}:${column.type}`).join(', ');
  if (through.length > 0 && found.dropped.length > 0)
    throw new Refusal('Replacing columns inside a function, without a schema', problem);
  const call = plugin.child('FunctionCall');
  const after = start - plugin.start + call.start + call.length;
  const before = found.dropped.map(quotedName).join(', ');
  return [...(before ? [{ start, text: `project-away ${before} | ` }] : []), { start: after, text: ` : (${schema})` }];
}

/** A schema written into a function's body is that of all its calls: right only when there is one. */
function refuseSeveralCalls(
  functions: readonly string[],
  { text, syntax }: { readonly text: string; readonly syntax: SyntaxNode },
  plugin: Insertion,
  span: Span,
): void {
  if (functions.length === 0) return;
  const names = [...syntax.descendants()].filter((node) => node.kind === 'NameReference');
  const isCalledOnce = (name: string) => names.filter((node) => node.simpleName === name).length === 1;
  const isHere = text.startsWith(plugin.text, plugin.start);
  if (!isHere || !functions.every(isCalledOnce))
    throw new Refusal('This plugin inside a function of several calls, without a schema', span);
}
