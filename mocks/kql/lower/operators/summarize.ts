import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, spanOf } from '../context';
import { hoistWindows } from '../expressions/hoist-windows';
import { columnsOf, lowerParts, matchOutputs, unnamed } from '../expressions/outputs';
import { lowerTupleAggregate } from './tuple-aggregates';

/** `summarize`: a row per combination of the keys; without keys exactly one. Keys come first in the result. */
export function lowerSummarize(node: SyntaxNode, input: Rows, context: Context): Rows {
  const keyNodes = node.optional('ByClause')?.list('Expressions') ?? [];
  const keyParts = keyNodes.flatMap((key) => lowerParts(key, context));
  const keyNames = new Set(keyNodes.map((key) => unnamed(key).simpleName));
  const aggregateParts = node.list('Aggregates').flatMap((aggregate) => lowerAggregate(aggregate, keyNames, context));
  const hoisted = hoistWindows(input, [...keyParts, ...aggregateParts], context, true);
  const outputs = matchOutputs(boundColumns(node), hoisted.exprs, node, context);
  return {
    op: 'summarize',
    input: hoisted.rows,
    keys: outputs.slice(0, keyParts.length),
    aggregates: outputs.slice(keyParts.length),
    columns: columnsOf(outputs),
    span: spanOf(node),
  };
}

export function lowerAggregate(node: SyntaxNode, keyNames: ReadonlySet<string>, context: Context): Expr[] {
  return lowerTupleAggregate(unnamed(node), keyNames, context) ?? lowerParts(node, context);
}
