/** The keys of a tree view. https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
import type { SchemaRow } from './schema-tree';

export type TreeStep = { to: number; act: 'none' | 'toggle' | 'activate' };

const move = (to: number): TreeStep => ({ to, act: 'none' });

function parentOf(rows: readonly SchemaRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let place = at - 1; place >= 0; place -= 1) if ((rows[place]?.level ?? 0) < level) return place;
  return at;
}

/** Where a key leads and what it does there; null when the tree has no use for the key. */
export function stepInTree(rows: readonly SchemaRow[], at: number, key: string): TreeStep | null {
  const row = rows[at];
  if (row === undefined) return null;
  const isOpen = row.kind !== 'column' && row.open;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return move(Math.min(at + 1, last));
    case 'ArrowUp':
      return move(Math.max(at - 1, 0));
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case 'PageDown':
      return move(Math.min(at + 20, last));
    case 'PageUp':
      return move(Math.max(at - 20, 0));
    case 'ArrowRight':
      if (row.kind === 'column') return move(at);
      return isOpen ? move(Math.min(at + 1, last)) : { to: at, act: 'toggle' };
    case 'ArrowLeft':
      return isOpen ? { to: at, act: 'toggle' } : move(parentOf(rows, at));
    case ' ':
      return row.kind === 'column' ? move(at) : { to: at, act: 'toggle' };
    case 'Enter':
      return { to: at, act: 'activate' };
    default:
      return null;
  }
}
