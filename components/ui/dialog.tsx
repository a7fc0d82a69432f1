/**
 * A question that must be answered before going on.
 * `<Dialog open={…} onOpenChange={…} title="Resolve #12345" description="…" footer={<Button …/>}>fields</Dialog>`
 * Focus is kept inside, Esc closes, and focus goes back to where it was.
 */
import clsx from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  wide = false,
  reading = false,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** Nothing inside takes the focus: then the text itself does, so that keys can scroll it. */
  reading?: boolean;
  children: ReactNode;
}) {
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Without a trigger of its own Radix gives the focus to nothing.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={clsx(
            'overlay-motion fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-24px)] -translate-x-1/2 flex-col rounded bg-raised shadow-overlay outline-none',
            wide ? 'max-w-3xl' : 'max-w-md',
          )}
        >
          <header className="flex items-start gap-2 border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              {/* No tooltip: a dialog gives its first button the focus, and a bubble would open with it. */}
              <button
                type="button"
                aria-label="Close"
                className="-mt-1 -mr-2 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </button>
            </Radix.Close>
          </header>
          <div {...(reading ? { tabIndex: 0 } : {})} className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
