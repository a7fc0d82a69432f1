/** A field of the wizard: its label, what it means, and what is wrong with it, tied together for screen readers. */
import { type ReactNode, useId } from 'react';

export type FieldIds = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export const fieldBox =
  'h-8 min-w-0 rounded border border-line bg-canvas px-2 text-ink hover:border-line-strong aria-invalid:border-danger';

export function FieldFrame({
  label,
  hint,
  problem,
  className,
  children,
}: {
  label: string;
  hint?: ReactNode;
  /** Null while there is nothing to complain about. */
  problem?: string | null;
  className?: string;
  children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, problem == null ? '' : `${id}-problem`].filter(
    (part) => part !== '',
  );
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-muted">
        {label}
      </label>
      {children({
        id,
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(problem == null ? {} : { 'aria-invalid': true as const }),
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-faint text-small">
          {hint}
        </p>
      )}
      {problem == null ? null : (
        <p id={`${id}-problem`} className="mt-1 text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
