/**
 * A list with one cursor: one tab stop, j/k and arrows move it, and beyond `plainUpTo` rows only those near the screen
 * are in the page. Rows may grow when they open; their real height is measured.
 */
'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** Below this many rows everything is in the page, and the browser's own find and print work too. */
const plainUpTo = 60;

/** A button that gets the focus is scrolled clear of what sticks to the top. */
const clear = '[&_[data-row-key]]:scroll-mt-20';

/** To be spread on the row's main button. `tabIndex` is 0 where the list's one tab stop is. */
export type Cursor = { tabIndex: 0 | -1; 'data-row-key': string };

export type RowListHandle = { move: (step: 1 | -1) => void };

type RowListProps<Row> = {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Whether the cursor may stand on the row; headings and gaps are passed over. */
  holdsCursor: (row: Row) => boolean;
  estimatePx: (row: Row) => number;
  /** Height of what sticks to the top of the scroller: the cursor never hides below it. */
  clearPx?: number;
  /** Where the cursor starts. */
  initial?: string | null;
  handle?: { current: RowListHandle | null };
  children: (row: Row, cursor: Cursor) => ReactNode;
};

/** The element that scrolls the list, whoever that is in this layout. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

function useScroller(list: { current: HTMLElement | null }): { scroller: HTMLElement | null; marginPx: number } {
  const [place, setPlace] = useState<{ scroller: HTMLElement | null; marginPx: number }>({
    scroller: null,
    marginPx: 0,
  });
  // After every render: what stands above the list may have grown.
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const marginPx =
      scroller === null || list.current === null
        ? 0
        : list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setPlace((before) =>
      before.scroller === scroller && Math.abs(before.marginPx - marginPx) < 1 ? before : { scroller, marginPx },
    );
  });
  return place;
}

export function RowList<Row>(props: RowListProps<Row>) {
  const { label, rows, keyOf, holdsCursor, estimatePx, clearPx = 0, handle, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const { scroller, marginPx } = useScroller(list);
  const [cursorKey, setCursorKey] = useState<string | null>(props.initial ?? null);
  const [wantsFocus, setWantsFocus] = useState(false);
  const virtual = rows.length > plainUpTo;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => scroller,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : estimatePx(row);
    },
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    scrollMargin: marginPx,
    overscan: 8,
    scrollPaddingStart: clearPx,
  });

  const stops = rows.filter(holdsCursor).map(keyOf);
  const current = cursorKey !== null && stops.includes(cursorKey) ? cursorKey : (stops[0] ?? null);
  const buttonOf = (key: string) =>
    list.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`) ?? null;

  const moveTo = (key: string | undefined) => {
    if (key === undefined) return;
    setCursorKey(key);
    setWantsFocus(true);
    if (virtual)
      virtualizer.scrollToIndex(
        rows.findIndex((row) => keyOf(row) === key),
        { align: 'auto' },
      );
  };
  const move = (step: 1 | -1) => {
    const focused = list.current?.contains(document.activeElement) ?? false;
    const at = current === null ? -1 : stops.indexOf(current);
    moveTo(stops[focused ? Math.min(stops.length - 1, Math.max(0, at + step)) : Math.max(0, at)]);
  };

  useEffect(() => {
    if (handle !== undefined) handle.current = { move };
  });
  // The row may be rendered a frame after the list was scrolled to it.
  useEffect(() => {
    if (!wantsFocus || current === null) return;
    const button = buttonOf(current);
    if (button === null) return;
    button.focus({ preventScroll: virtual });
    setWantsFocus(false);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.rowKey === undefined) return;
    const at = current === null ? 0 : stops.indexOf(current);
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(stops[Math.min(stops.length - 1, Math.max(0, target))]);
  };

  const show = (row: Row) => {
    const key = keyOf(row);
    return children(row, { tabIndex: key === current ? 0 : -1, 'data-row-key': key });
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const key = event.target.dataset.rowKey;
    if (key !== undefined && key !== cursorKey) setCursorKey(key);
  };
  if (!virtual) {
    return (
      <ul ref={list} aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus} className={clear}>
        {rows.map((row) => (
          <li key={keyOf(row)}>{show(row)}</li>
        ))}
      </ul>
    );
  }
  return (
    <ul
      ref={list}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      className={`relative ${clear}`}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - marginPx}px)` }}
          >
            {show(row)}
          </li>
        );
      })}
    </ul>
  );
}
