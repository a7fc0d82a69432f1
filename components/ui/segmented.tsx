/** One of a few, all in view. `<Segmented label="Theme" value={…} onChange={…} options={[{ value: 'dark', label: 'Dark' }]} />` */
'use client';
import { useId } from 'react';

export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  const name = useId();
  return (
    <fieldset className="inline-flex h-7 shrink-0 items-stretch overflow-hidden rounded border">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex items-center border-l px-2.5 text-muted first-of-type:border-l-0 hover:bg-hover has-checked:bg-selected has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2 forced-colors:has-checked:bg-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 appearance-none opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
