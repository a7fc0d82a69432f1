import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, spanOf } from './context';
import { hoistWindows } from './hoist-windows';
import { columnsOf, lowerParts, namesOf, outputFor, unnamed, withDistinctIds } from './outputs';

/** `extend`: a name that exists is replaced in its place, others are appended in their order. */
export function lowerExtend(node: SyntaxNode, input: Rows, context: Context): Rows {
  return extended(node, node.list('Expressions'), input, context);
}

export function extended(node: SyntaxNode, expressions: readonly SyntaxNode[], input: Rows, context: Context): Rows {
  const bound = boundColumns(node);
  const existing = new Set(input.columns.map((column) => column.name));
  const replaced = new Map<string, Expr>();
  const appended: Expr[] = [];
  for (const expression of expressions) {
    const value = unnamed(expression);
    const names = namesOf(expression);
    if (names.length === 0 && value.kind === 'NameReference' && existing.has(value.simpleName)) continue;
    lowerParts(expression, context).forEach((part, index) => {
      const name = names[index];
      if (name !== undefined && existing.has(name)) replaced.set(name, part);
      else appended.push(part);
    });
  }
  const kept = input.columns.map((column) => replaced.get(column.name) ?? columnExpr(column, spanOf(node)));
  const hoisted = hoistWindows(input, [...kept, ...appended], context);
  if (bound.length !== hoisted.exprs.length) throw new Refusal('This form of extend', spanOf(node));
  const outputs = withDistinctIds(
    bound.map((column, index) => outputFor(column, hoisted.exprs[index] ?? missing(node), context)),
    context,
  );
  return { op: 'project', input: hoisted.rows, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

function missing(node: SyntaxNode): never {
  throw new Refusal('This form of extend', spanOf(node));
}
