/** What of a bulk act did not work: a row for each, why, and another try. It appears only when there is something to tell. */
'use client';
import { X } from 'lucide-react';
import Link from 'next/link';
import type { BatchRow } from '@/components/queue/acts/batch';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { fieldWords } from '@/components/vocabulary/field-words';
import { OvertakenBy } from '@/components/vocabulary/overtaken-dialog';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';

/** More rows than anybody reads; the count says how many there are. */
const mostShown = 200;
const numbers = new Intl.NumberFormat('en');

/** The panel never looks into what was wanted, only whether there is something. */
type ResultRow = BatchRow<unknown, unknown>;

function Line({ row, onAgain }: { row: ResultRow; onAgain: (overwrite: boolean) => void }) {
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-t py-1">
      <Link
        href={row.path}
        prefetch={false}
        className="inline-flex min-h-6 max-w-72 items-center font-medium underline"
      >
        <span className="truncate">{row.name}</span>
      </Link>
      <span className="min-w-0 flex-1 wrap-anywhere">
        <span className={row.state === 'refused' ? 'text-danger' : 'text-warning'}>
          {row.state === 'refused' ? 'Refused' : 'Overtaken'}
        </span>{' '}
        {row.fields.length === 0 ? (
          <UntrustedText text={row.reason} />
        ) : (
          row.fields.map((overtaken) => (
            <span key={overtaken.field} className="mr-3">
              {fieldWords[overtaken.field]} is <UntrustedText text={valueWords(overtaken.field, overtaken.theirs)} />{' '}
              <OvertakenBy {...overtaken} />
            </span>
          ))
        )}
      </span>
      {row.state === 'overtaken' && row.step !== null ? (
        <Button size="small" aria-label={`${row.name}: overwrite with mine`} onClick={() => onAgain(true)}>
          Overwrite
        </Button>
      ) : null}
      {row.retryId === null ? null : (
        <Button size="small" aria-label={`${row.name}: try again`} onClick={() => onAgain(false)}>
          Try again
        </Button>
      )}
    </li>
  );
}

export function ResultPanel({
  what,
  total,
  rows,
  pending,
  onAgain,
  onClose,
}: {
  /** `12 incidents resolved`. */
  what: string;
  total: number;
  rows: readonly ResultRow[];
  /** How many of the others are still on their way. */
  pending: number;
  onAgain: (keys: ReadonlySet<string>, overwrite: boolean) => void;
  onClose: () => void;
}) {
  if (rows.length === 0) return null;
  const again = (chosen: readonly ResultRow[], overwrite: boolean) =>
    onAgain(new Set(chosen.map(({ key }) => key)), overwrite);
  const retryable = rows.filter(({ retryId }) => retryId !== null);
  const overtaken = rows.filter(({ state, step }) => state === 'overtaken' && step !== null);
  return (
    <section aria-label="What was not changed" className="shrink-0 border-t bg-panel px-4 py-2">
      <header className="flex flex-wrap items-center gap-2">
        <h2 role="status" className="min-w-0 flex-1">
          <strong className="font-medium">{what}</strong>{' '}
          <span className="text-muted">
            {numbers.format(rows.length)} of {numbers.format(total)} not changed
            {pending === 0 ? '' : `, ${numbers.format(pending)} on their way`}
          </span>
        </h2>
        {overtaken.length > 1 ? (
          <Button size="small" onClick={() => again(overtaken, true)}>
            Overwrite all {overtaken.length}
          </Button>
        ) : null}
        {retryable.length > 1 ? (
          <Button size="small" onClick={() => again(retryable, false)}>
            Try all {retryable.length} again
          </Button>
        ) : null}
        <IconButton label="Close the list" icon={X} onClick={onClose} />
      </header>
      <ul className="mt-1 max-h-[30vh] overflow-y-auto">
        {rows.slice(0, mostShown).map((row) => (
          <Line key={row.key} row={row} onAgain={(overwrite) => again([row], overwrite)} />
        ))}
        {rows.length > mostShown ? (
          <li className="border-t py-1 text-muted">and {numbers.format(rows.length - mostShown)} more</li>
        ) : null}
      </ul>
    </section>
  );
}
