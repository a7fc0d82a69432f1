/** The rows near the screen, kept up as the grid is scrolled or resized. */
'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { type RowWindow, rowWindow } from '@/components/grid/row-window';

export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): RowWindow {
  const [near, setNear] = useState<RowWindow>({ start: 0, end: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const next = rowWindow(element.scrollTop, element.clientHeight, rowHeight, count);
      setNear((before) => (before.start === next.start && before.end === next.end ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, count, rowHeight]);
  return near;
}
