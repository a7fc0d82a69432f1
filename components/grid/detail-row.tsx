/** What a row shows beneath itself: a row of its own with one cell, as wide as the view, however far the grid is scrolled. */
import type { ReactNode } from 'react';

export function DetailRow({
  ariaIndex,
  heightPx,
  columns,
  level,
  label,
  children,
}: {
  ariaIndex: number;
  heightPx: number;
  columns: number;
  level: number | undefined;
  label: string;
  children: ReactNode;
}) {
  return (
    <tr
      aria-rowindex={ariaIndex + 2}
      aria-level={level}
      data-detail
      style={{ height: heightPx }}
      className="relative block border-b bg-panel"
    >
      <td colSpan={columns} aria-colindex={1} className="sticky left-0 block h-full w-[100cqw] overflow-y-auto">
        <section aria-label={label}>{children}</section>
      </td>
    </tr>
  );
}
