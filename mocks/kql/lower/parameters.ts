/** Named parameters of an operator: kind=inner, withsource=Name, isfuzzy=true. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';

export function parameter(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const found = node
    .list('Parameters')
    .find((candidate) => candidate.child('Name').simpleName.toLowerCase() === name.toLowerCase());
  return found?.child('Expression');
}

/** The parameter's word, lower case: `kind=LeftAnti` → leftanti. */
export const parameterWord = (node: SyntaxNode, name: string): string | undefined => {
  const value = parameter(node, name);
  return value && (value.stringValue || value.text).toLowerCase();
};
