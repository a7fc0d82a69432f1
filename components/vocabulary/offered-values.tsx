/** The values of a field as a menu offers them. Without the right to change it they are shown and cannot be chosen. */
import type { ReactNode } from 'react';
import { MenuChoice, MenuOption } from '@/components/ui/menu';
import type { Capability } from '@/lib/domain/incident/capabilities';

/** What such a menu is given; `value` is null when several with different values are meant. */
export type ValueMenuProps<Value extends string> = {
  trigger: ReactNode;
  value: Value | null;
  capability?: Capability;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onClosed?: () => void;
};

export function OfferedValues<Offered extends string>({
  offered,
  value,
  allowed,
  onChange,
  words,
  children,
}: {
  offered: readonly Offered[];
  value: string | null;
  allowed: boolean;
  onChange: (value: Offered) => void;
  /** How a value reads where it cannot be chosen. */
  words: Readonly<Record<Offered, string>>;
  /** How it looks where it can. */
  children: (value: Offered) => ReactNode;
}) {
  return offered.map((one) =>
    allowed ? (
      <MenuChoice key={one} checked={value === one} onSelect={() => one !== value && onChange(one)}>
        {children(one)}
      </MenuChoice>
    ) : (
      <MenuOption key={one} disabled onSelect={() => undefined}>
        {words[one]}
      </MenuOption>
    ),
  );
}
