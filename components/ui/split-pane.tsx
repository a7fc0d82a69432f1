/**
 * Two panes with a line between them that can be dragged or moved by arrow keys; the place is remembered by `id`.
 * `<SplitPane id="hunting-schema" direction="row" label="Schema" first={<Schema/>} second={<Editor/>} fixed="first" size={260} min={180} />`
 * `size` and `min` are pixels of the `fixed` pane, the other takes the rest. A null pane is absent, and so is the line.
 */
'use client';
import clsx from 'clsx';
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

const stepPx = 16;
/** What the pane that is not fixed keeps at least. */
const restPx = 120;

type SplitPaneProps = {
  id: string;
  direction: 'row' | 'column';
  /** What the line resizes, e.g. `Schema`. */
  label: string;
  first: ReactNode;
  second: ReactNode;
  fixed: 'first' | 'second';
  size: number;
  min: number;
};

function useRememberedSize(id: string, size: number): readonly [number, (size: number) => void] {
  const [now, setNow] = useState(size);
  // Only after the first paint: the server has no memory, and both must draw the same.
  useEffect(() => {
    const remembered = Number(window.localStorage.getItem(`split-${id}`));
    if (remembered > 0) setNow(remembered);
  }, [id]);
  return [
    now,
    (next) => {
      setNow(next);
      window.localStorage.setItem(`split-${id}`, String(next));
    },
  ];
}

export function SplitPane({ id, direction, label, first, second, fixed, size, min }: SplitPaneProps) {
  const paneId = useId();
  const group = useRef<HTMLDivElement>(null);
  const [now, setNow] = useRememberedSize(id, size);
  const isRow = direction === 'row';
  const resize = (wanted: number) => {
    const rect = group.current?.getBoundingClientRect();
    const whole = (isRow ? rect?.width : rect?.height) ?? 0;
    setNow(Math.round(Math.max(min, Math.min(wanted, whole - restPx))));
  };
  const sign = fixed === 'first' ? 1 : -1;

  const drag = (event: PointerEvent<HTMLHRElement>) => {
    event.preventDefault();
    const line = event.currentTarget;
    line.focus();
    line.setPointerCapture(event.pointerId);
    const from = isRow ? event.clientX : event.clientY;
    const move = (moved: globalThis.PointerEvent) =>
      resize(now + sign * ((isRow ? moved.clientX : moved.clientY) - from));
    const end = () => {
      line.removeEventListener('pointermove', move);
      line.removeEventListener('lostpointercapture', end);
    };
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', end);
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = isRow
      ? { ArrowLeft: -stepPx, ArrowRight: stepPx }
      : { ArrowUp: -stepPx, ArrowDown: stepPx };
    const step = steps[event.key];
    if (step !== undefined) resize(now + sign * step);
    else if (event.key === 'Home') resize(size);
    else return;
    event.preventDefault();
  };

  const both = first !== null && second !== null;
  const pane = (which: 'first' | 'second', content: ReactNode) => {
    if (content === null) return null;
    const isFixed = both && which === fixed;
    const style: CSSProperties = isFixed
      ? { flex: `0 1 ${now}px`, [isRow ? 'minWidth' : 'minHeight']: min }
      : { flex: '1 1 0px', [isRow ? 'minWidth' : 'minHeight']: restPx };
    return (
      <div id={isFixed ? paneId : undefined} style={style} className="flex min-h-0 min-w-0 flex-col overflow-hidden">
        {content}
      </div>
    );
  };
  return (
    <div ref={group} className={clsx('flex min-h-0 min-w-0 flex-1', isRow ? 'flex-row' : 'flex-col')}>
      {pane('first', first)}
      {both ? (
        <hr
          aria-label={`Resize ${label}`}
          aria-controls={paneId}
          aria-orientation={isRow ? 'vertical' : 'horizontal'}
          aria-valuenow={now}
          aria-valuemin={min}
          tabIndex={0}
          onPointerDown={drag}
          onDoubleClick={() => resize(size)}
          onKeyDown={press}
          className={clsx(
            'relative z-30 m-0 h-auto shrink-0 border-0 touch-none bg-line outline-none after:absolute hover:bg-accent focus-visible:bg-accent active:bg-accent',
            isRow
              ? 'w-px cursor-col-resize after:inset-y-0 after:-left-1 after:w-2.5'
              : 'h-px cursor-row-resize after:inset-x-0 after:-top-1 after:h-2.5',
          )}
        />
      ) : null}
      {pane('second', second)}
    </div>
  );
}
