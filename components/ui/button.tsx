/**
 * A button with words.
 * `<Button onClick={…}>Run</Button>`, `<Button tone="primary" icon={Play} size="small">…`
 * tone: plain (hairline) | primary (the one main act of a view) | quiet (no border) | danger. Everything else is a <button> prop.
 */
import clsx from 'clsx';
import type { ComponentProps, ElementType } from 'react';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';

const tones: Record<ButtonTone, string> = {
  plain: 'border border-line bg-canvas text-ink hover:bg-hover active:bg-pressed data-[state=open]:bg-pressed',
  primary: 'border border-transparent bg-accent text-accent-ink hover:opacity-90 forced-colors:border-current',
  quiet:
    'border border-transparent text-muted hover:bg-hover hover:text-ink active:bg-pressed data-[state=open]:bg-pressed',
  danger: 'border border-line bg-canvas text-danger hover:bg-danger-wash',
};

export function Button({
  tone = 'plain',
  size = 'medium',
  icon: Icon,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: 'small' | 'medium';
  icon?: ElementType<{ className?: string }>;
}) {
  return (
    <button
      type="button"
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded font-medium whitespace-nowrap disabled:opacity-50 aria-disabled:opacity-50',
        size === 'small' ? 'h-6 px-2 text-small' : 'h-7 px-2.5 text-body',
        tones[tone],
        className,
      )}
      {...rest}
    >
      {Icon === undefined ? null : <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </button>
  );
}
