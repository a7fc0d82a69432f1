/**
 * A name or an explanation beside what it belongs to, on hover and on keyboard focus. Never the only place of a fact.
 * `<Tooltip text="Copy" keys="y"><button …/></Tooltip>`; `text` may be several lines. The child must take a ref.
 * Our own, because it is on every page and a positioning library would be a sixth of the first load.
 */
'use client';
import { Slot } from 'radix-ui';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from '@/components/ui/kbd';
import { type Side, tooltipPlace } from '@/components/ui/tooltip-place';

const delayMs = 350;

function Bubble({
  id,
  target,
  text,
  keys,
  side,
}: {
  id: string;
  target: Element;
  text: ReactNode;
  keys?: string | undefined;
  side: Side;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = tooltipPlace(target.getBoundingClientRect(), { width, height }, view, side);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      className="overlay-motion pointer-events-none fixed z-50 flex max-w-80 items-center gap-2 rounded bg-raised px-2 py-1 text-ink text-small whitespace-pre-line shadow-overlay forced-colors:border"
    >
      {text}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </div>,
    document.body,
  );
}

export function Tooltip({
  text,
  keys,
  side = 'bottom',
  children,
}: {
  text: ReactNode;
  keys?: string;
  side?: Side;
  children: ReactNode;
}) {
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [target, setTarget] = useState<Element | null>(null);
  const hide = () => {
    clearTimeout(timer.current);
    setTarget(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (target === null) return;
    const leave = () => setTarget(null);
    // WCAG 1.4.13: it can be sent away without moving the pointer or the focus; and what scrolls leaves it behind.
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
    };
    window.addEventListener('keydown', press);
    window.addEventListener('scroll', leave, true);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('scroll', leave, true);
    };
  }, [target]);
  return (
    <>
      <Slot.Root
        aria-describedby={target === null ? undefined : id}
        onPointerEnter={(event) => {
          const element = event.currentTarget;
          // A finger has no hover.
          if (event.pointerType === 'touch') return;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setTarget(element), delayMs);
        }}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setTarget(event.currentTarget);
        }}
        onBlur={hide}
      >
        {children}
      </Slot.Root>
      {target === null ? null : <Bubble id={id} target={target} text={text} keys={keys} side={side} />}
    </>
  );
}
