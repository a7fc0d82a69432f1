/** Selecting rows: one, all of a group, or all between the cursor and a row. */
'use client';
import type { GridCursor } from '@/components/grid/grid-cursor';
import type { GridLines } from '@/components/grid/use-grid-lines';

type Selecting = {
  selection?: ReadonlySet<string>;
  onSelection?: (keys: ReadonlySet<string>) => void;
};

export function useGridSelection<Row>(
  { selection, onSelection }: Selecting,
  { lines, index }: Pick<GridLines<Row>, 'lines' | 'index'>,
  cursor: GridCursor,
): { toggleSelected: ((key: string) => void) | undefined; selectTo: ((key: string) => void) | undefined } {
  if (selection === undefined || onSelection === undefined) return { toggleSelected: undefined, selectTo: undefined };
  return {
    toggleSelected: (key) => {
      const line = lines[index.indexOf(key)];
      const keys = line?.kind === 'group' ? line.rowKeys() : [key];
      const next = new Set(selection);
      const all = keys.every((candidate) => next.has(candidate));
      for (const candidate of keys) {
        if (all) next.delete(candidate);
        else next.add(candidate);
      }
      onSelection(next);
    },
    selectTo: (key) => {
      const from = index.indexOf(cursor.get().rowKey ?? key);
      const to = index.indexOf(key);
      const between = lines.slice(Math.min(from === -1 ? to : from, to), Math.max(from, to) + 1);
      const keys = between.flatMap((line) => (line.kind === 'row' ? [line.key] : []));
      onSelection(new Set([...selection, ...keys]));
    },
  };
}
