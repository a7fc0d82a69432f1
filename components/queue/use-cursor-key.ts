/** The line under the cursor; null when it is nowhere or in the header. */
'use client';
import { useSyncExternalStore } from 'react';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';

export function useCursorKey(cursor: GridCursor): string | null {
  const read = () => {
    const { rowKey } = cursor.get();
    return rowKey === headerRow ? null : rowKey;
  };
  return useSyncExternalStore(cursor.subscribe, read, read);
}
