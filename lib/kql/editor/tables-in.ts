/** The tables a query reads: what decides which of Microsoft's APIs can answer it. */
import type { SyntaxNode } from '../parser/syntax-node';

export function tablesIn(syntax: SyntaxNode | undefined, known: Pick<ReadonlySet<string>, 'has'>): string[] {
  const found = new Set<string>();
  for (const node of syntax?.descendants() ?? []) {
    const symbol = node.isToken ? undefined : node.symbol;
    if (!symbol) continue;
    const names = symbol.kind === 'Table' ? [symbol.name] : symbol.members;
    for (const name of names) if (known.has(name)) found.add(name);
  }
  return [...found];
}
