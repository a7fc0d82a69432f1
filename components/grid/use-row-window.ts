/** The lines near the screen, kept up as the grid is scrolled or resized. */
'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LinePlaces } from '@/components/grid/line-places';
import { type RowWindow, rowWindow } from '@/components/grid/row-window';

export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  places: LinePlaces,
  /** Told when the grid leaves its top and when it is back there. */
  onTop?: (atTop: boolean) => void,
): RowWindow {
  const [near, setNear] = useState<RowWindow>({ start: 0, end: 0 });
  const tellTop = useRef(onTop);
  useEffect(() => {
    tellTop.current = onTop;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let atTop = true;
    const look = () => {
      const next = rowWindow(element.scrollTop, element.clientHeight, places);
      setNear((before) => (before.start === next.start && before.end === next.end ? before : next));
      if (element.scrollTop <= 0 === atTop) return;
      atTop = !atTop;
      tellTop.current?.(atTop);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, places]);
  return near;
}
