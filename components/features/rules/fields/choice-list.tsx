/** One of some, as the browser’s own list. `<ChoiceList aria-label="Severity" value={…} options={[{ value, label }]} onChange={…} />` */
'use client';
import clsx from 'clsx';
import { fieldBox } from '@/components/features/rules/fields/field-frame';

export type Choice<Value extends string> = { value: Value; label: string };

export function ChoiceList<Value extends string>({
  value,
  options,
  onChange,
  className,
  ...rest
}: {
  value: Value;
  options: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}) {
  return (
    <select
      {...rest}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className={clsx(fieldBox, 'truncate', className)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
