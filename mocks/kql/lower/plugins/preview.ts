/** `evaluate preview(n)`: some rows and the number of all. https://learn.microsoft.com/kusto/query/preview-plugin */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { aggregateOf, groupOf } from '../build-rows';
import { type Context, freshColumn, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { lowerRows } from '../rows';
import { pluginArguments } from './plugin-arguments';

export const isPreview = (operator: SyntaxNode): boolean =>
  operator.kind === 'EvaluateOperator' && operator.child('FunctionCall').child('Name').simpleName === 'preview';

/** The two tables; each reads the input anew. */
export function lowerPreview(operator: SyntaxNode, source: SyntaxNode, context: Context): readonly Rows[] {
  const [number] = pluginArguments(operator).positional;
  const span = spanOf(operator);
  const input = lowerRows(source, context);
  const count = number ? lowerExpr(number, context) : undefined;
  const shown: Rows = count ? { op: 'take', input, count, columns: input.columns, span } : input;
  const total = { column: freshColumn(context, 'Count', 'long'), expr: aggregateOf('count', 'long', span) };
  return [shown, groupOf(lowerRows(source, context), [], [total])];
}
