/** What can be done with the value of a cell. Opens at the cell. */
'use client';
import { Copy, Filter, FilterX } from 'lucide-react';
import { Menu, MenuHeading, MenuLine, MenuOption } from '@/components/ui/menu';
import { visibleText } from '@/lib/domain/text/visible';

/** A row may have hundreds of users; the facet of the field has them all. */
const mostValues = 6;

export function ValueMenu({
  at,
  name,
  text,
  values,
  onOnly,
  onWithout,
  onCopy,
  onCopyDefanged,
  onClose,
  onClosed,
}: {
  /** In the viewport. */
  at: { left: number; top: number };
  /** `Severity`. */
  name: string;
  /** What is copied. */
  text: string;
  /** What can be filtered by; none for a title, a number or a time. */
  values: readonly { value: string; words: string }[];
  onOnly: (value: string) => void;
  onWithout: (value: string) => void;
  onCopy: () => void;
  onCopyDefanged: () => void;
  onClose: () => void;
  /** Gives the focus back to the rows. */
  onClosed: () => void;
}) {
  const label = `Value of ${name}`;
  const offered = values.slice(0, mostValues);
  const keys = (key: string) => (values.length === 1 ? { keys: key } : {});
  return (
    <Menu
      open
      label={label}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      onClosed={onClosed}
      trigger={
        // The menu is named by what opens it, and that is hidden from everybody but the menu.
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          aria-label={label}
          className="pointer-events-none fixed size-0"
          style={at}
        />
      }
    >
      <MenuHeading>
        <span className="block max-w-80 truncate">{text === '' ? 'empty' : visibleText(text).slice(0, 120)}</span>
      </MenuHeading>
      {offered.map(({ value, words }) => (
        <MenuOption key={`only ${value}`} icon={Filter} onSelect={() => onOnly(value)} {...keys('f')}>
          Only {visibleText(words)}
        </MenuOption>
      ))}
      {offered.map(({ value, words }) => (
        <MenuOption key={`without ${value}`} icon={FilterX} onSelect={() => onWithout(value)} {...keys('F')}>
          Without {visibleText(words)}
        </MenuOption>
      ))}
      {offered.length === 0 ? null : <MenuLine />}
      <MenuOption icon={Copy} keys="y" disabled={text === ''} onSelect={onCopy}>
        Copy
      </MenuOption>
      <MenuOption icon={Copy} disabled={text === ''} onSelect={onCopyDefanged}>
        Copy defanged
      </MenuOption>
    </Menu>
  );
}
