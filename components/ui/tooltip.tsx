/**
 * A name or an explanation beside what it belongs to, on hover and on focus. Never the only place of a fact.
 * `<Tooltip text="Copy" keys="y"><button …/></Tooltip>`; `text` may be several lines. The child must take a ref.
 */
import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';

export const TooltipProvider = Radix.Provider;

export function Tooltip({
  text,
  keys,
  side = 'bottom',
  children,
}: {
  text: ReactNode;
  keys?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="overlay-motion z-50 flex max-w-80 items-center gap-2 rounded bg-raised px-2 py-1 text-ink text-small whitespace-pre-line shadow-overlay"
        >
          {text}
          {keys === undefined ? null : <Kbd keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
