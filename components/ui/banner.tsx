/**
 * One line across the page about something that is wrong or partial: what, since when, what still works.
 * `<Banner tone="warning" title="Sentinel has not answered since 10:02." onDismiss={…} action={<Button …/>}>The queue shows Defender.</Banner>`
 */
import clsx from 'clsx';
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

const tones = {
  note: { icon: Info, className: 'bg-panel', mark: 'text-muted' },
  warning: { icon: TriangleAlert, className: 'bg-warning-wash', mark: 'text-warning' },
  error: { icon: CircleAlert, className: 'bg-danger-wash', mark: 'text-danger' },
} as const;

export function Banner({
  tone = 'note',
  title,
  children,
  action,
  onDismiss,
}: {
  tone?: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  onDismiss?: () => void;
}) {
  const { icon: Icon, className, mark } = tones[tone];
  return (
    <div
      role={tone === 'note' ? 'status' : 'alert'}
      className={clsx('flex min-h-8 shrink-0 items-center gap-2 border-b px-4 py-1', className)}
    >
      <Icon aria-hidden className={clsx('size-4 shrink-0', mark)} />
      <p className="min-w-0 flex-1">
        <strong className="font-medium">{title}</strong> <span className="text-muted">{children}</span>
      </p>
      {action}
      {onDismiss === undefined ? null : <IconButton label="Dismiss" icon={X} onClick={onDismiss} className="size-6" />}
    </div>
  );
}
