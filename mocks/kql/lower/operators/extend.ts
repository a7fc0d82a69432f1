import { namedAfterArgument } from '@/lib/kql/parser/named-after-argument';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { hoistWindows } from '../expressions/hoist-windows';
import { columnsOf, lowerParts, namesOf, outputFor, unnamed, withDistinctIds } from '../expressions/outputs';

/** `extend`: a name that exists is replaced in its place, others are appended in their order. */
export function lowerExtend(node: SyntaxNode, input: Rows, context: Context): Rows {
  return extended(node, node.list('Expressions'), input, context);
}

export function extended(node: SyntaxNode, expressions: readonly SyntaxNode[], input: Rows, context: Context): Rows {
  const bound = boundColumns(node);
  const values: { readonly name: string | undefined; readonly part: Expr }[] = input.columns.map((column) => ({
    name: column.name,
    part: columnExpr(column, spanOf(node)),
  }));
  const existing = new Set(input.columns.map((column) => column.name));
  for (const expression of expressions) {
    const value = unnamed(expression);
    const given = namesOf(expression);
    if (given.length === 0 && value.kind === 'NameReference' && existing.has(value.simpleName)) continue;
    lowerParts(expression, context).forEach((part, index) => {
      const name = given.length > 0 ? given[index] : impliedName(value);
      const at = name === undefined ? -1 : values.findIndex((other) => other.name === name);
      values.splice(at < 0 ? values.length : at, at < 0 ? 0 : 1, { name, part });
    });
  }
  const hoisted = hoistWindows(
    input,
    values.map(({ part }) => part),
    context,
  );
  if (bound.length !== hoisted.exprs.length) throw new Refusal('This form of extend', spanOf(node));
  const outputs = withDistinctIds(
    bound.map((column, index) => outputFor(column, hoisted.exprs[index] ?? missing(node), context)),
    context,
  );
  return { op: 'project', input: hoisted.rows, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

/** The name an expression has by itself; undefined where the binder makes one up (Column1). */
function impliedName(node: SyntaxNode): string | undefined {
  switch (node.kind) {
    case 'NameReference':
    case 'BracketedNameReference':
      return node.simpleName;
    case 'ParenthesizedExpression':
      return impliedName(node.child('Expression'));
    case 'PathExpression': {
      const owner = impliedName(node.child('Expression'));
      const selector = node.child('Selector');
      return owner === undefined || selector.kind !== 'NameReference' ? undefined : `${owner}_${selector.simpleName}`;
    }
    case 'FunctionCallExpression': {
      const [first] = node.child('ArgumentList').list('Expressions');
      return first && namedAfterArgument.has(node.child('Name').simpleName) ? impliedName(first) : undefined;
    }
    default:
      return undefined;
  }
}

function missing(node: SyntaxNode): never {
  throw new Refusal('This form of extend', spanOf(node));
}
