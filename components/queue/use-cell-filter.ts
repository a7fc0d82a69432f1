/** The value under the cursor as a filter: only it, or everything but it. */
'use client';
import type { GridCursor } from '@/components/grid/grid-cursor';
import { announce } from '@/components/ui/announcer';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { excludeValue, includeValue } from '@/lib/domain/queue/edit-query';
import { facetValues } from '@/lib/domain/queue/facet-counts';
import { fieldNamed, isWordField, type QueueNoun, valueWords } from '@/lib/domain/queue/queue-field';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';

export function useCellFilter<Row>({
  noun,
  cursor,
  current,
  query,
  setQuery,
}: {
  noun: QueueNoun<Row>;
  cursor: GridCursor;
  /** The row under the cursor. */
  current: Row | undefined;
  query: QueueQuery;
  setQuery: (query: QueueQuery, quick: boolean) => void;
}): void {
  const by = (change: typeof includeValue, word: string) => () => {
    const { columnId } = cursor.get();
    const field = columnId === null ? undefined : fieldNamed(noun.fields, columnId);
    if (field === undefined || current === undefined || !isWordField(field) || field.kind === 'text') {
      announce('Choose a cell with the arrow keys first');
      return;
    }
    // Of several values the first one is the one that is seen.
    const [value] = facetValues(field, current);
    if (value === undefined) return;
    setQuery(change(query, field.id, value), false);
    announce(`${word} ${valueWords(field, value)}`);
  };
  useShortcuts('Filter', [
    { keys: 'f', does: 'Only the value under the cursor', run: by(includeValue, 'Only') },
    { keys: 'F', does: 'Without the value under the cursor', run: by(excludeValue, 'Without') },
  ]);
}
