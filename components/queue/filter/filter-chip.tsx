/** One filter as a chip that opens its list: `Severity: High, Medium`. */
'use client';
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Popover } from '@/components/ui/popover';

export function FilterChip({
  name,
  text,
  children,
}: {
  name: string;
  /** What is chosen; null when everything is let through. */
  text: string | null;
  children: (close: () => void) => ReactNode;
}) {
  return (
    <Popover
      label={name}
      className="p-0"
      trigger={
        <button
          type="button"
          className={clsx(
            'inline-flex h-7 max-w-64 shrink-0 items-center gap-1 rounded border px-2 hover:bg-hover data-[state=open]:bg-pressed',
            text === null ? 'text-muted' : 'text-ink',
          )}
        >
          <span className="text-muted">{name}</span>
          {text === null ? null : <span className="truncate font-medium">{text}</span>}
          <ChevronDown aria-hidden className="size-3 shrink-0 text-faint" />
        </button>
      }
    >
      {children}
    </Popover>
  );
}
