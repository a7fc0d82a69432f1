/** Columns that course material uses and that Microsoft's published schema of the table lacks. */
import { diagnosticAt, type Lint } from './lint';

export const unpublishedColumn: Lint = (query) => {
  const doubtful = new Map<string, string>();
  const published = new Set<string>();
  for (const name of query.nodes('NameReference')) {
    const table = name.symbol?.kind === 'Table' ? query.tables.get(name.symbol.name) : undefined;
    for (const column of table?.columns ?? []) {
      if (!column.unpublished) published.add(column.name);
      else if (table) doubtful.set(column.name, table.name);
    }
  }
  if (doubtful.size === 0) return [];
  return query.nodes('NameReference').flatMap((name) => {
    const table = doubtful.get(name.simpleName);
    // Another table of the query may have a column of this name.
    if (!table || published.has(name.simpleName) || name.symbol?.kind !== 'Column') return [];
    const message = `${name.simpleName} is not in Microsoft’s published schema of ${table}: a tenant may lack it, and the query would fail there.`;
    return [diagnosticAt(name, 'unpublished-column', 'information', message)];
  });
};
