/**
 * One line of text. `<TextInput label="Filter tables" value={…} onChange={setText} icon={Search} />`
 * The label is read aloud; `showLabel` also prints it above. `onChange` gives the text, not the event.
 */
import clsx from 'clsx';
import { type ComponentProps, type ElementType, useId } from 'react';

export function TextInput({
  label,
  showLabel = false,
  value,
  onChange,
  icon: Icon,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  label: string;
  showLabel?: boolean;
  value: string;
  onChange: (text: string) => void;
  icon?: ElementType<{ className?: string }>;
}) {
  const id = useId();
  return (
    <div className={clsx('relative', className)}>
      <label htmlFor={id} className={showLabel ? 'mb-1 block text-muted text-small' : 'sr-only'}>
        {label}
      </label>
      {Icon === undefined ? null : (
        <Icon aria-hidden className="pointer-events-none absolute bottom-[7px] left-2 size-3.5 text-faint" />
      )}
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        className={clsx(
          'h-7 w-full rounded border border-line bg-canvas pr-2 text-ink outline-offset-0 hover:border-line-strong',
          Icon === undefined ? 'pl-2' : 'pl-7',
        )}
        {...rest}
      />
    </div>
  );
}
