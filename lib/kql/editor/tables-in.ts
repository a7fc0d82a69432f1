/** The tables a query reads: what decides which of Microsoft's APIs can answer it. */
import type { SyntaxNode } from '../parser/syntax-node';

/** `functionTables` are those that a saved function reads, by its name; none for a function that is not saved. */
export function tablesIn(
  syntax: SyntaxNode | undefined,
  known: Pick<ReadonlySet<string>, 'has'>,
  functionTables: (name: string) => readonly string[] = () => [],
): string[] {
  const found = new Set<string>();
  for (const node of syntax?.descendants() ?? []) {
    const symbol = node.isToken ? undefined : node.symbol;
    if (!symbol) continue;
    for (const name of namesOf(symbol, functionTables)) if (known.has(name)) found.add(name);
  }
  return [...found];
}

type Symbol = NonNullable<SyntaxNode['symbol']>;

function namesOf(symbol: Symbol, functionTables: (name: string) => readonly string[]): readonly string[] {
  if (symbol.kind === 'Table') return [symbol.name];
  return symbol.kind === 'Function' ? functionTables(symbol.name) : symbol.members;
}

/** Functions of the service that read tables without being KQL themselves. */
export const serviceTables: Readonly<Record<string, readonly string[]>> = {
  _GetWatchlist: ['Watchlist'],
  _GetWatchlistAlias: ['Watchlist'],
  SeenBy: ['DeviceNetworkInfo'],
  DeviceFromIP: ['DeviceNetworkInfo'],
};
