/** The elements that the rows near the screen are drawn in, kept from one painting to the next. */
'use client';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { GridLine } from '@/components/grid/grid-line';
import { giveSlots } from '@/components/grid/row-slots';

type Painted = { lines: unknown; slots: ReadonlyMap<string, number> };

const nothing: Painted = { lines: null, slots: new Map() };

/** `near` are the lines near the screen, of all `lines`. */
export function useRowSlots<Row>(
  lines: readonly GridLine<Row>[],
  near: readonly GridLine<Row>[],
): ReadonlyMap<string, number> {
  const painted = useRef(nothing);
  const slots = useMemo(() => {
    const keys = near.flatMap((line) => (line.kind === 'row' ? [line.key] : []));
    // The same lines and others of them near: the grid was scrolled.
    return giveSlots(painted.current.slots, keys, painted.current.lines !== lines);
  }, [lines, near]);
  useLayoutEffect(() => {
    painted.current = { lines, slots };
  }, [lines, slots]);
  return slots;
}
