/** The elements that the rows near the screen are drawn in, kept from one painting to the next. */
'use client';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { GridLine } from '@/components/grid/grid-line';
import { giveSlots } from '@/components/grid/row-slots';

const none: ReadonlyMap<string, number> = new Map();

export function useRowSlots<Row>(near: readonly GridLine<Row>[]): ReadonlyMap<string, number> {
  const painted = useRef(none);
  const slots = useMemo(
    () =>
      giveSlots(
        painted.current,
        near.flatMap((line) => (line.kind === 'row' ? [line.key] : [])),
      ),
    [near],
  );
  useLayoutEffect(() => {
    painted.current = slots;
  }, [slots]);
  return slots;
}
