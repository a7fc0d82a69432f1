/**
 * A small form or explanation beside its button.
 * `<Popover trigger={<Button>…</Button>} label="Time range">{(close) => …}</Popover>`
 * What opens is loaded when it is first wanted, so that a page full of closed popovers costs nothing.
 */
'use client';
import { Slot } from 'radix-ui';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { patiently } from '@/components/ui/patiently';

const loadPanel = () => import('@/components/ui/popover-panel');
const PopoverPanel = lazy(() => patiently(loadPanel).then((file) => ({ default: file.PopoverPanel })));

export function Popover({
  trigger,
  label,
  align = 'start',
  className,
  children,
}: {
  trigger: ReactNode;
  label: string;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const prepare = () => {
    void patiently(loadPanel);
  };
  return (
    <>
      <Slot.Root
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        onClick={() => setOpen((before) => !before)}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        {trigger}
      </Slot.Root>
      {open ? (
        <Suspense fallback={null}>
          <PopoverPanel
            anchor={anchor}
            label={label}
            align={align}
            className={className}
            onClose={() => setOpen(false)}
          >
            {typeof children === 'function' ? children(() => setOpen(false)) : children}
          </PopoverPanel>
        </Suspense>
      ) : null}
    </>
  );
}
