/** A box to tick, or one of several to choose, with what it means beneath it. */
import type { ReactNode } from 'react';

export function Tick({
  label,
  note,
  checked,
  onChange,
  group,
}: {
  label: ReactNode;
  note?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The name of the group of which only one is chosen. */
  group?: string;
}) {
  return (
    <label className="flex min-h-6 items-start gap-2">
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        {...(group === undefined ? {} : { name: group })}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-[3px] size-3.5 shrink-0 accent-(--accent)"
      />
      <span className="min-w-0">
        {label}
        {note === undefined ? null : <span className="block text-faint text-small">{note}</span>}
      </span>
    </label>
  );
}
