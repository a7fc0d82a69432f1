/**
 * The pane of the row under the cursor. The cursor moves at once and the pane follows when there is time, so holding
 * `j` draws no pane that nobody sees.
 */
'use client';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';

/** `draw` has to be stable. What a pane does is done by the acts of the latest drawing, whichever drawing it is of. */
export function usePane<Row, Acts>(
  current: Row | undefined,
  acts: Acts,
  draw: (row: Row, latest: () => Acts) => ReactNode,
): ReactNode {
  const held = useRef(acts);
  useEffect(() => {
    held.current = acts;
  });
  const row = useDeferredValue(current);
  return useMemo(() => (row === undefined ? null : draw(row, () => held.current)), [row, draw]);
}
