import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import type { ReduceSettings } from '../../stages/reduce';
import { boundColumns, type Context, columnExpr, freshColumn, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf } from '../expressions/outputs';
import { parameterWord } from '../parameters';

/** `reduce by text`: groups of similar texts; `kind=source` keeps the rows and says their pattern. */
export function lowerReduce(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const kind = parameterWord(node, 'kind');
  if (kind !== undefined && kind !== 'source') throw new Refusal(`reduce kind=${kind}`, span);
  const source = kind === 'source';
  const text: Expr = {
    kind: 'call',
    name: 'tostring',
    args: [lowerExpr(node.child('Expression'), context)],
    type: 'string',
    span,
  };
  const kept = source ? input.columns.map((column): Output => ({ column, expr: columnExpr(column, span) })) : [];
  const outputs = [...kept, { column: freshColumn(context, 'text', 'string'), expr: text }];
  const texts: Rows = { op: 'project', input, outputs, columns: columnsOf(outputs), span };
  // The binder gives kind=source no columns at all.
  const pattern = { name: 'Pattern', type: 'string' };
  const columns = source ? [...input.columns, pattern] : boundColumns(node);
  return {
    op: 'stage',
    stage: 'reduce',
    inputs: [texts],
    settings: settingsOf(node, source, context),
    columns: freshColumns(context, columns),
    span,
  };
}

const defaultThreshold = 0.1;

function settingsOf(node: SyntaxNode, source: boolean, context: Context): ReduceSettings {
  const given = new Map(
    (node.optional('With')?.list('Parameters') ?? []).map((each) => [
      each.child('Name').simpleName.toLowerCase(),
      lowerExpr(each.child('Expression'), context),
    ]),
  );
  const threshold = given.get('threshold');
  const characters = given.get('characters');
  return {
    threshold: threshold?.kind === 'literal' ? Number(threshold.value) : defaultThreshold,
    characters: characters?.kind === 'literal' && typeof characters.value === 'string' ? characters.value : null,
    source,
  };
}
