/** The saved views as the server tells them, and until then as much as the browser remembers of them. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { readDefault, recallDefault, rememberDefault } from '@/components/queue/views/default-view';
import type { SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';
import { viewQueries } from '@/lib/queries/views';

export type KnownViews = {
  /** What the server said. */
  saved: SavedViews | undefined;
  /** What the queue goes by: the server's word or the browser's memory; undefined when there is neither. */
  presumed: SavedViews | undefined;
  /** False while the server may still say something else. After a failure the queue goes on without. */
  settled: boolean;
};

const never = () => () => undefined;

/** `me`: UPN of who looks; null while it is not known. */
export function useSavedViews(noun: ViewNoun, me: string | null): KnownViews {
  const { data: saved, failureCount } = useQuery(viewQueries.list());
  const memory = useSyncExternalStore(
    never,
    () => recallDefault(noun),
    () => null,
  );
  useEffect(() => {
    if (saved !== undefined && me !== null) rememberDefault(noun, me, saved);
  }, [saved, noun, me]);
  const presumed = useMemo((): SavedViews | undefined => {
    if (saved !== undefined) return saved;
    const remembered = readDefault(memory);
    if (remembered === null || (me !== null && remembered.of !== me)) return undefined;
    return {
      views: remembered.view === null ? [] : [remembered.view],
      defaults: { incidents: null, alerts: null, rules: null, [noun]: remembered.id },
    };
  }, [saved, memory, me, noun]);
  return { saved, presumed, settled: saved !== undefined || failureCount > 0 };
}
