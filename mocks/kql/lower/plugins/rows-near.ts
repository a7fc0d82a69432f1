/** `rows_near`: the rows around those that fulfil a condition. https://learn.microsoft.com/kusto/query/rows-near-plugin */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { cellsOf, extendOf, longOf, namedOutput, whereOf, windowOf } from '../build-rows';
import { type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { projectAs } from '../operators/project-as';
import { pluginArguments } from './plugin-arguments';
import { isBefore } from './timeline';

/** `(Condition, RowsBefore [, RowsAfter])`: a row is near when the count of matches rises within its reach. */
export function lowerRowsNear(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const [conditionNode, beforeNode, afterNode] = pluginArguments(node).positional;
  if (!conditionNode || !beforeNode) throw new Refusal('This form of rows_near()', span);
  const before = countOf(beforeNode, context);
  const after = afterNode ? countOf(afterNode, context) : before;
  const window = (rows: Rows, name: string, ...args: readonly Expr[]): { rows: Rows; expr: Expr } => {
    const output = namedOutput(context, name, windowOf(name, 'long', span, ...args));
    return { rows: extendOf(rows, [output]), expr: columnExpr(output.column, span) };
  };
  const matches = window(input, 'restarts', lowerExpr(conditionNode, context));
  const total = window(matches.rows, 'total', matches.expr);
  // A row's match lies up to `before` rows ahead of it, or up to `after` rows behind it.
  const ahead =
    before === 0n
      ? { rows: total.rows, expr: matches.expr }
      : window(total.rows, 'next', matches.expr, longOf(before, span), total.expr);
  const behind = window(ahead.rows, 'prev', matches.expr, longOf(after + 1n, span), longOf(0, span));
  const near = whereOf(behind.rows, isBefore(behind.expr, ahead.expr));
  return projectAs(node, near, cellsOf(input), context);
}

function countOf(node: SyntaxNode, context: Context): bigint {
  const count = lowerExpr(node, context);
  if (count.kind !== 'literal' || typeof count.value !== 'bigint')
    throw new Refusal('A number of rows like this', count.span);
  if (count.value < 0n) throw new SemanticError('SEM0234', 'rows_near(): a number of rows is negative.', count.span);
  return count.value;
}
