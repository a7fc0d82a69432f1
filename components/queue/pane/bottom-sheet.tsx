/** What stands beside the rows on a wide screen, from below on a phone. Esc, the shade and the button send it away. */
'use client';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export function BottomSheet({
  label,
  onClose,
  onClosed,
  children,
}: {
  label: string;
  onClose: () => void;
  /** Where the focus goes. */
  onClosed: () => void;
  children: ReactNode;
}) {
  return (
    // Not modal: menus of fields open over it, and a press in them must not send it away.
    <Radix.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Portal>
        <div aria-hidden onPointerDown={onClose} className="fixed inset-0 z-30 bg-shade" />
        <Radix.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            // The sheet itself: on its first button the focus would open a bubble over what one came to read.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          tabIndex={-1}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="overlay-motion fixed inset-x-0 bottom-0 z-30 flex max-h-[80dvh] flex-col overflow-hidden rounded-t bg-panel shadow-overlay outline-none"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          <span aria-hidden className="mx-auto my-1.5 h-1 w-10 shrink-0 rounded-round bg-line-strong" />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
