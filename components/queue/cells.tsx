/** Cells that every queue has: a value that can be changed, a moment, the first of several, and nothing. */
import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { GridColumn } from '@/components/grid/grid-column';
import { SeverityShape, severityColours, severityWords } from '@/components/vocabulary/severity';
import { StatusShape } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { FieldSync, IncidentStatus, Severity } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

export const noValue = <span className="text-faint">–</span>;

/** A box of 24 px in the middle of its row, whose text stands on the line of the cells beside it. */
export const boxInLine =
  'my-[calc(var(--row-height)/2-12px)] h-6 rounded-small px-1.5 align-top [line-height:24px] hover:bg-pressed';

/**
 * A button outside of the tab order: keys do the same (s, a, e). `sync` is drawn behind the value and never cut off; a
 * row without one has no elements for it.
 */
export function EditableCell({
  field,
  label,
  sync,
  children,
}: {
  field: string;
  label: string;
  sync?: FieldSync | undefined;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-edit={field}
      aria-label={label}
      aria-haspopup="menu"
      className={clsx(
        '-mx-1.5 max-w-full',
        boxInLine,
        sync === undefined ? 'inline-block truncate' : 'inline-flex items-center gap-1.5',
      )}
    >
      {sync === undefined ? (
        children
      ) : (
        <>
          <span className="min-w-0 truncate">{children}</span>
          <SyncMark sync={sync} />
        </>
      )}
    </button>
  );
}

/** Before a word in a line of text. */
const shapeInLine = 'mr-1.5 inline size-3 align-[-1.5px]';

/** The marks of vocabulary/ as text in a line, in half their elements. */
export function SeverityText({ severity }: { severity: Severity }) {
  return (
    <span className={severityColours[severity]}>
      <SeverityShape severity={severity} className={shapeInLine} />
      {severityWords[severity]}
    </span>
  );
}

export function StatusText({ status, word }: { status: IncidentStatus; word: string }) {
  return (
    <>
      <StatusShape status={status} className={shapeInLine} />
      {word}
    </>
  );
}

/** `title` is attacker-controlled too, and shown with its hidden characters named. */
export function QuietText({ text, title = text }: { text: string; title?: string }) {
  return <UntrustedText text={text} title={visibleText(title)} className="text-muted" />;
}

/** The first of several, and how many more there are. */
export function FirstOf({ words, joint = '\n' }: { words: readonly string[]; joint?: string }) {
  const [first] = words;
  if (first === undefined) return noValue;
  return (
    <UntrustedText text={first} title={words.map(visibleText).join(joint)} className="text-muted">
      {words.length > 1 ? ` +${words.length - 1}` : null}
    </UntrustedText>
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
    tone: 'muted',
    cell: (row) => <Timestamp at={read(row)} name={header} />,
    text: (row) => read(row) ?? '',
  };
}
