/**
 * The lines to draw, kept up as the grid is scrolled or resized. Mostly those near the screen; after another question
 * first only those on it, so that an answer is painted before what nobody sees yet.
 */
'use client';
import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { GridLine } from '@/components/grid/grid-line';
import type { LinePlaces } from '@/components/grid/line-places';
import type { RowWindow } from '@/components/grid/row-window';
import { createViewport } from '@/components/grid/viewport';

const nothing: ReadonlySet<string> = new Set();

export function useRowWindow<Row>(
  scroller: RefObject<HTMLElement | null>,
  lines: readonly GridLine<Row>[],
  places: LinePlaces,
  /** Told when the grid leaves its top and when it is back there. */
  onTop?: (atTop: boolean) => void,
): RowWindow {
  const [viewport] = useState(createViewport);
  const tellTop = useRef(onTop);
  useEffect(() => {
    tellTop.current = onTop;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let atTop = true;
    const look = () => {
      viewport.look(element.scrollTop, element.clientHeight);
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
  }, [scroller, viewport]);
  const read = () => viewport.near(places);
  const near = useSyncExternalStore(viewport.subscribe, read, read);

  const drawn = useRef(nothing);
  /** The lines on the screen, when most of them are others than were drawn before. */
  const others = useMemo(() => {
    const seen = viewport.seen(places);
    const strange = lines.slice(seen.start, seen.end).filter(({ key }) => !drawn.current.has(key)).length;
    return strange * 2 > seen.end - seen.start ? seen : null;
  }, [viewport, lines, places]);
  const settled = useDeferredValue(lines);
  const shown = settled === lines ? near : (others ?? near);
  useLayoutEffect(() => {
    drawn.current = new Set(lines.slice(shown.start, shown.end).map(({ key }) => key));
  }, [lines, shown]);
  return shown;
}
