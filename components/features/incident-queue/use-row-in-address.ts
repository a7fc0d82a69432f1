/** The address follows the cursor, so that coming back (or a reload) finds the row again. */
'use client';
import { useEffect, useRef } from 'react';
import type { SearchChange } from '@/components/features/incident-queue/use-search';

export function useRowInAddress(
  cursorKey: string | null,
  addressed: string | null,
  change: (change: SearchChange) => void,
  onMoved: () => void,
): void {
  const written = useRef(addressed);
  const moved = useRef(onMoved);
  useEffect(() => {
    moved.current = onMoved;
  });
  useEffect(() => {
    if (written.current === cursorKey) return;
    written.current = cursorKey;
    change({ row: cursorKey });
    if (cursorKey !== null) moved.current();
  }, [cursorKey, change]);
}
