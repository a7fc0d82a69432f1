import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { KvSettings } from '../../functions/js/parse-kv';
import type { Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf, toScalarType } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, outputFor } from '../expressions/outputs';

/** `parse-kv`: named pairs out of a text; the first pair of a name counts. */
export function lowerParseKv(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const keys = node
    .child('Keys')
    .list('Columns')
    .map((column) => column.child('Name').simpleName);
  const settings: Expr = { kind: 'literal', type: 'string', value: JSON.stringify(settingsOf(node, keys)), span };
  const text = lowerExpr(node.child('Expression'), context);
  const found = freshColumn(context, 'pairs', 'dynamic');
  const match: Expr = { kind: 'call', name: 'parse_pairs', args: [text, settings], type: 'dynamic', span };
  const kept: Output[] = input.columns.map((column) => ({ column, expr: columnExpr(column, span) }));
  const withPairs: Rows = {
    op: 'project',
    input,
    outputs: [...kept, { column: found, expr: match }],
    columns: [...input.columns, found],
    span,
  };
  const outputs = boundColumns(node).map((bound): Output => {
    const at = keys.indexOf(bound.name);
    const source = input.columns.find((column) => column.name === bound.name);
    if (at < 0 && source) return { column: source, expr: columnExpr(source, span) };
    if (at < 0) throw new Refusal('This form of parse-kv', span);
    const position: Expr = { kind: 'literal', type: 'long', value: BigInt(at), span };
    const args = [columnExpr(found, span), position];
    return outputFor(bound, { kind: 'call', name: 'tuple_part', args, type: toScalarType(bound.type), span }, context);
  });
  return { op: 'project', input: withPairs, outputs, columns: columnsOf(outputs), span };
}

function settingsOf(node: SyntaxNode, keys: readonly string[]): KvSettings {
  const properties = new Map(
    (node.optional('WithClause')?.list('Properties') ?? []).map((property) => [
      property.child('Name').simpleName.toLowerCase(),
      property.child('Expression'),
    ]),
  );
  const text = (name: string) => properties.get(name)?.stringValue;
  return {
    keys,
    pairDelimiter: text('pair_delimiter') ?? null,
    kvDelimiter: text('kv_delimiter') ?? null,
    quotes: [text('quote'), text('close_quote') ?? text('quote')].filter((quote) => quote !== undefined),
    escape: text('escape') ?? null,
    greedy: properties.get('greedy')?.text === 'true',
    regex: text('regex') ?? null,
  };
}
