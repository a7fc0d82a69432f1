/**
 * A button that is only a picture; its name is read aloud and shown as a tooltip.
 * `<IconButton label="Close" icon={X} keys="Esc" onClick={…} />`. At least 24 px (WCAG 2.5.8).
 */
import clsx from 'clsx';
import type { ComponentProps, ElementType } from 'react';
import { Tooltip } from '@/components/ui/tooltip';

export function IconButton({
  label,
  icon: Icon,
  keys,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string; icon: ElementType<{ className?: string }>; keys?: string }) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        aria-label={label}
        className={clsx(
          'inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink active:bg-pressed disabled:opacity-50 data-[state=open]:bg-pressed',
          className,
        )}
        {...rest}
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </Tooltip>
  );
}
