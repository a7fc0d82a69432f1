/** Which tables a query may read, as far as its text tells. */

/** Parsers, watchlists, files and searches over everything read tables that the text doesn't name. */
const readsMore =
  /\b(_?(im|asim)[A-Za-z_]*\s*\(|_GetWatchlist|externaldata|_Sentinel|union\s+(withsource\s*=\s*\w+\s+)?\*|search\b|find\b|table\s*\()/i;

export type NamedTables = (table: string) => boolean;

/** A test for tables; it lets everything pass when the text doesn't tell. */
export function namedTables(queries: readonly string[]): { all: boolean; has: NamedTables } {
  if (queries.some((query) => readsMore.test(query))) return { all: true, has: () => true };
  const words = new Set(queries.flatMap((query) => query.match(/\w+/g) ?? []));
  return { all: false, has: (table) => words.has(table) };
}
