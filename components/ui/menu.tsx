/**
 * Acts behind a button.
 * `<Menu trigger={<Button>More</Button>} label="More acts">
 *    <MenuOption onSelect={…} icon={Play} keys="e">Resolve</MenuOption>
 *    <MenuChoice checked={…} onSelect={…}>High</MenuChoice>   // one of several; the tick shows the current one
 *    <MenuLine /> <MenuHeading>Columns</MenuHeading>
 *  </Menu>`
 * `open`/`onOpenChange` only when a key opens it. A disabled option says why in `reason`.
 */
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ElementType, ReactNode } from 'react';
import { optionRow, overlaySurface } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';

export function Menu({
  trigger,
  label,
  align = 'start',
  open,
  onOpenChange,
  onClosed,
  children,
}: {
  trigger: ReactNode;
  label: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where focus goes when it closes; by default back to the trigger. */
  onClosed?: () => void;
  children: ReactNode;
}) {
  return (
    <Radix.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (onClosed === undefined) return;
            event.preventDefault();
            onClosed();
          }}
          className={clsx(
            overlaySurface,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type OptionProps = {
  onSelect: () => void;
  children: ReactNode;
  icon?: ElementType<{ className?: string }>;
  keys?: string;
  disabled?: boolean;
  /** Why it is disabled. */
  reason?: string;
  tone?: 'plain' | 'danger';
};

export function MenuOption({ onSelect, children, icon: Icon, keys, disabled, reason, tone = 'plain' }: OptionProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled ?? false}
      title={reason}
      className={clsx(optionRow, tone === 'danger' && 'text-danger')}
    >
      {Icon === undefined ? null : <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </Radix.Item>
  );
}

export function MenuChoice({
  checked,
  onSelect,
  keys,
  keepOpen = false,
  children,
}: {
  checked: boolean;
  onSelect: () => void;
  keys?: string;
  /** For ticking several in a row. */
  keepOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onSelect={(event) => {
        if (keepOpen) event.preventDefault();
        onSelect();
      }}
      className={optionRow}
    >
      <span className="flex size-3.5 shrink-0 items-center justify-center">
        <Radix.ItemIndicator>
          <Check aria-hidden className="size-3.5 text-accent" />
        </Radix.ItemIndicator>
      </span>
      <span className="flex min-w-0 flex-1 items-center gap-2 truncate">{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </Radix.CheckboxItem>
  );
}

export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1 text-faint text-small">{children}</Radix.Label>;
}
