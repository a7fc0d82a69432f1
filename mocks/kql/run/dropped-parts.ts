/**
 * `extend (a, b) = f(x)`: what f gives beyond the names is dropped, as `extend a = f(x)` keeps one. The parser keeps all,
 * so the rest is taken away in the text; then all that follows binds too. `project` does keep the rest.
 * https://learn.microsoft.com/kusto/query/series-fit-2lines-function#syntax
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { namesOf, unnamed } from '../lower/expressions/outputs';
import type { Insertion } from './discover';
import { quotedName } from './discovered';

/** A cheap look before the text is parsed once more. */
export const mayDropParts = (text: string): boolean => /\bextend\b/.test(text) && /=\s*series_\w+\s*\(/.test(text);

export function droppedParts(syntax: SyntaxNode): Insertion[] {
  const found: Insertion[] = [];
  for (const node of syntax.descendants()) {
    if (node.kind !== 'ExtendOperator') continue;
    const rest = node.list('Expressions').flatMap(unnamedParts);
    const before = new Set(inputOf(node)?.type.columns?.map((column) => column.name));
    const added = (node.type.columns ?? []).map((column) => column.name).filter((name) => !before.has(name));
    // Where the name was there before, the parser counts.
    const dropped = rest.flatMap((name) => added.find((other) => other.replace(/\d+$/, '') === name) ?? []);
    if (dropped.length === 0) continue;
    found.push({ start: node.start + node.length, text: ` | project-away ${dropped.map(quotedName).join(', ')}` });
  }
  return found;
}

const inputOf = (node: SyntaxNode): SyntaxNode | undefined =>
  node.parent?.kind === 'PipeExpression' ? node.parent.child('Expression') : undefined;

function unnamedParts(expression: SyntaxNode): string[] {
  const names = namesOf(expression);
  const parts = unnamed(expression).type.columns;
  return names.length === 0 || !parts ? [] : parts.slice(names.length).map((part) => part.name);
}
