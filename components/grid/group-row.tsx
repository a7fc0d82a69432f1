/** The heading of a group: name, how many rows, and whether they are shown. */
'use client';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { GridCursor } from '@/components/grid/grid-cursor';
import type { GridGroupLine } from '@/components/grid/grid-line';
import { rowId } from '@/components/grid/grid-row';
import { useCursorIn } from '@/components/grid/use-cursor-in';

const numbers = new Intl.NumberFormat('en');

export function GroupRow({
  line,
  ariaIndex,
  cursor,
  gridId,
  columns,
  selected,
}: {
  line: GridGroupLine;
  ariaIndex: number;
  cursor: GridCursor;
  gridId: string;
  columns: number;
  /** How many of its rows are selected. */
  selected: number;
}) {
  const here = useCursorIn(cursor, line.key);
  return (
    <tr
      id={rowId(gridId, line.key)}
      aria-rowindex={ariaIndex + 2}
      aria-level={line.level}
      aria-expanded={line.open}
      data-group={line.key}
      data-cursor={here !== null}
      className={clsx(
        'relative block h-(--row-height) border-b',
        here !== null ? 'bg-selected shadow-[inset_2px_0_0_var(--accent)]' : 'bg-panel hover:bg-hover',
      )}
    >
      <td
        colSpan={columns}
        aria-colindex={1}
        className={clsx(
          'sticky left-0 flex h-full w-[100cqw] items-center gap-2 pr-4',
          line.level > 1 ? 'pl-8' : 'pl-3',
        )}
      >
        <ChevronRight
          aria-hidden
          className={clsx('size-3.5 shrink-0 text-muted', line.open && 'rotate-90 forced-colors:text-current')}
        />
        <span className="flex min-w-0 items-center gap-2 truncate font-medium">{line.label}</span>
        <span className="text-muted text-small">{numbers.format(line.count)}</span>
        {selected === 0 ? null : <span className="text-accent text-small">{numbers.format(selected)} selected</span>}
        {line.detail === undefined ? null : (
          <span className="ml-auto min-w-0 truncate text-faint text-small">{line.detail}</span>
        )}
      </td>
    </tr>
  );
}
