import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { boundColumns, type Context, spanOf } from '../context';
import { columnsOf, matchOutputs } from '../expressions/outputs';

/** The last step of an operator that is several: these expressions become the columns the binder gives it. */
export function projectAs(node: SyntaxNode, input: Rows, parts: readonly Expr[], context: Context): Rows {
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}
