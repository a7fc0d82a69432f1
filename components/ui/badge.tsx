/** A short word in a hairline frame: a tag, a kind, a mark. `<Badge>ransomware</Badge>`; `tone` only for state. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

const tones = {
  plain: 'text-muted',
  good: 'text-good',
  pending: 'text-pending',
  warning: 'text-warning',
  danger: 'text-danger',
} as const;

export function Badge({
  tone = 'plain',
  title,
  children,
}: {
  tone?: keyof typeof tones;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={clsx(
        'inline-flex h-[18px] max-w-full min-w-0 items-center gap-1 truncate rounded-small border px-1.5 text-small leading-none whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
