/** The names of a list's columns, which stay below the find bar. Rows say by themselves what stands in them. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

export function ListHead({
  columns,
  names,
  children,
}: {
  /** The grid of the rows, and where the names are hidden. */
  columns: string;
  names: readonly string[];
  /** Names that stand in their columns in another way. */
  children?: ReactNode;
}) {
  return (
    <div
      aria-hidden
      className={clsx(columns, 'sticky top-[45px] z-10 h-7 border-b bg-canvas px-4 text-muted text-small')}
    >
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
      {children}
    </div>
  );
}
