/** What a popover shows while it is open; loaded by components/ui/popover.tsx. */
'use client';
import clsx from 'clsx';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { overlaySurface } from '@/components/ui/class-names';

export function PopoverPanel({
  anchor,
  label,
  align,
  className,
  onClose,
  children,
}: {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align: 'start' | 'center' | 'end';
  className: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Anchor virtualRef={anchorOf(anchor)} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          // A press on the trigger closes by itself; closing here too would open it again.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target) === true) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className={clsx(overlaySurface, className ?? 'p-2')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The panel is only rendered after its trigger was pressed, so the element is there; Radix' type does not know null. */
function anchorOf(anchor: RefObject<HTMLElement | null>): RefObject<HTMLElement> {
  return anchor as RefObject<HTMLElement>;
}
