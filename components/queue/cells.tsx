/** Cells that every queue has: a value that can be changed, a moment, the first of several, and nothing. */
import type { ReactNode } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { visibleText } from '@/lib/domain/text/visible';

export const noValue = <span className="text-faint">–</span>;

/** A button outside of the tab order: keys do the same (s, a, e). */
export function EditableCell({ field, label, children }: { field: string; label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-edit={field}
      aria-label={label}
      aria-haspopup="menu"
      className="-mx-1.5 flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-small px-1.5 hover:bg-pressed"
    >
      {children}
    </button>
  );
}

export function QuietText({ text, title = text }: { text: string; title?: string }) {
  return (
    <span className="truncate text-muted" title={visibleText(title)}>
      <UntrustedText text={text} />
    </span>
  );
}

/** The first of several, and how many more there are. */
export function FirstOf({ words, joint = '\n' }: { words: readonly string[]; joint?: string }) {
  const [first] = words;
  if (first === undefined) return noValue;
  return (
    <span className="truncate text-muted" title={words.map(visibleText).join(joint)}>
      <UntrustedText text={first} />
      {words.length > 1 ? <span className="text-faint"> +{words.length - 1}</span> : null}
    </span>
  );
}

/** A column of several words: the first of them in the cell, all of them in copies. */
export function listColumn<Row>(
  id: string,
  header: string,
  width: number,
  read: (row: Row) => readonly string[],
  more: Partial<GridColumn<Row>> = {},
): GridColumn<Row> {
  return {
    id,
    header,
    width,
    cell: (row) => <FirstOf words={read(row)} />,
    text: (row) => read(row).map(visibleText).join(', '),
    ...more,
  };
}

/** `read` gives ISO 8601 UTC. */
export function timeColumn<Row>(
  id: string,
  header: string,
  read: (row: Row) => string | null,
  more: { hidden?: boolean } = {},
): GridColumn<Row> {
  return {
    id,
    header,
    width: 112,
    sortable: true,
    ...more,
    cell: (row) => (
      <span className="text-muted">
        <Timestamp at={read(row)} name={header} />
      </span>
    ),
    text: (row) => read(row) ?? '',
  };
}
