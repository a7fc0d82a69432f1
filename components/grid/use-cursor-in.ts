/** Whether the cursor is in a line: the column under it, `''` for the whole line, null when it is elsewhere. */
'use client';
import { useSyncExternalStore } from 'react';
import type { GridCursor } from '@/components/grid/grid-cursor';

export function useCursorIn(cursor: GridCursor, lineKey: string): string | null {
  const read = () => {
    const place = cursor.get();
    return place.rowKey === lineKey ? (place.columnId ?? '') : null;
  };
  return useSyncExternalStore(cursor.subscribe, read, read);
}
