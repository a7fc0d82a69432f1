/** Tables that advanced hunting alone answers for call the time of an event Timestamp. */
import { diagnosticAt, type Lint, replacement } from './lint';

export const workspaceTime: Lint = (query) => {
  const read = query
    .nodes('NameReference')
    .flatMap((name) => (name.symbol?.kind === 'Table' ? (query.tables.get(name.symbol.name) ?? []) : []));
  // As soon as a table of the workspace is read as well, TimeGenerated is the name that both sides answer to.
  if (read.length === 0 || read.some((table) => table.world !== 'defender')) return [];
  return query.nodes('NameReference').flatMap((name) => {
    if (name.simpleName !== 'TimeGenerated' || name.symbol?.kind !== 'Column') return [];
    const message = `${read[0]?.name} is a table of advanced hunting, which calls the time of an event Timestamp.`;
    return [
      diagnosticAt(name, 'workspace-time', 'information', message, [replacement('Use Timestamp', name, 'Timestamp')]),
    ];
  });
};
