/**
 * A small form or explanation beside its button.
 * `<Popover trigger={<Button>…</Button>} label="Time range">{(close) => …}</Popover>`
 */
import clsx from 'clsx';
import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { overlaySurface } from '@/components/ui/class-names';

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
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(overlaySurface, className ?? 'p-2')}
        >
          {typeof children === 'function' ? children(() => setOpen(false)) : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
