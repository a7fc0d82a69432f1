/** The queue's address as state: `const [search, change] = useSearch()`. Changes replace the history entry, except by choice. */
'use client';
import { debounce, useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { type IncidentsSearch, incidentsSearch } from '@/lib/routes/incidents-search';

/** Null takes a parameter back to its default. */
export type SearchChange = { [Name in keyof IncidentsSearch]?: IncidentsSearch[Name] | null };

export function useSearch(): readonly [IncidentsSearch, (change: SearchChange) => void] {
  const [search, setSearch] = useQueryStates(incidentsSearch, { history: 'replace', clearOnDefault: true });
  const change = useCallback(
    (part: SearchChange) => {
      // Typing and moving the cursor would write the address at every key; a filter that was chosen can be gone back from.
      const quick = 'q' in part || 'row' in part;
      void setSearch(part, quick ? { limitUrlUpdates: debounce(350) } : { history: 'push' });
    },
    [setSearch],
  );
  return [search, change];
}
