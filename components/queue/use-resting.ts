/** The row on which the cursor has rested for a moment: what costs a request waits for it, so that holding `j` asks nothing. */
'use client';
import { useEffect, useState } from 'react';

export function useResting<Value>(value: Value, restMs: number): Value | null {
  const [rested, setRested] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested === value ? rested : null;
}
