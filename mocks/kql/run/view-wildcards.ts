/**
 * `union View_*` over views of the query itself: the binder finds them but gives the union none of their columns. Named
 * one by one they bind as any call does. https://learn.microsoft.com/kusto/query/union-operator#parameters
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Insertion } from './discover';

/** A wildcard's place in the text, and the calls and tables it stands for. */
export type NamedViews = Insertion & { readonly length: number };

/** A cheap look before the text is parsed once more. */
export const mayNameViews = (text: string): boolean => /\bview\s*\(/.test(text) && /\w\*/.test(text);

export function namedViews(syntax: SyntaxNode): NamedViews[] {
  const nodes = [...syntax.descendants()];
  const views = nodes.filter(isView).map((statement) => statement.child('Name').simpleName);
  return nodes.filter(isWildcardOfUnion).flatMap((node) => {
    const { symbol } = node;
    const met = symbol?.kind === 'Group' ? symbol.members : symbol ? [symbol.name] : [];
    const called = views.filter((view) => met.includes(view)).map((view) => `${view}()`);
    const tables = met.filter((name) => !views.includes(name));
    return called.length > 0
      ? [{ start: node.start, length: node.length, text: [...called, ...tables].join(', ') }]
      : [];
  });
}

export const isWildcard = (node: SyntaxNode): boolean =>
  node.kind === 'NameReference' && node.firstChild().kind === 'WildcardedName';

function isWildcardOfUnion(node: SyntaxNode): boolean {
  if (!isWildcard(node)) return false;
  let outer = node.parent;
  while (outer?.kind === 'SeparatedElement' || outer?.kind === 'List') outer = outer.parent;
  return outer?.kind === 'UnionOperator';
}

function isView(node: SyntaxNode): boolean {
  const value = node.kind === 'LetStatement' ? node.child('Expression') : undefined;
  return value?.kind === 'FunctionDeclaration' && value.optional('ViewKeyword') !== undefined;
}
