/** The row on which the cursor has rested for a moment: what costs a request waits for it, so that holding `j` asks nothing. */
'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type GridCursor, headerRow } from '@/components/grid/grid-cursor';

export function useCursorKey(cursor: GridCursor): string | null {
  const read = () => {
    const { rowKey } = cursor.get();
    return rowKey === headerRow ? null : rowKey;
  };
  return useSyncExternalStore(cursor.subscribe, read, read);
}

export function useResting<Value>(value: Value, restMs: number): Value | null {
  const [rested, setRested] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested === value ? rested : null;
}
