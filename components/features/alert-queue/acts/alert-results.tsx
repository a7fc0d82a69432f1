/** What of a bulk act did not work: a row for each, why, and another try. It appears only when there is something to tell. */
'use client';
import { X } from 'lucide-react';
import { type AlertBatch, type AlertBatchRow, refusedLater } from '@/components/features/alert-queue/acts/alert-batch';
import { alertName } from '@/components/features/alert-queue/acts/alert-names';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { fieldWords } from '@/components/vocabulary/field-words';
import { OvertakenBy } from '@/components/vocabulary/overtaken-dialog';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { valueWords } from '@/components/vocabulary/value-words';
import type { AlertRow } from '@/lib/domain/alert/alert-row';

/** More rows than anybody reads; the count says how many there are. */
const mostShown = 200;
const numbers = new Intl.NumberFormat('en');

function Line({ row, onAgain }: { row: AlertBatchRow; onAgain: (overwrite: boolean) => void }) {
  const name = alertName(row.alert);
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-t py-1">
      <span className="max-w-72 truncate font-medium">{name}</span>
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
      {row.step === null ? null : (
        <Button size="small" aria-label={`${name}: overwrite with mine`} onClick={() => onAgain(true)}>
          Overwrite
        </Button>
      )}
      {row.retryId === null ? null : (
        <Button size="small" aria-label={`${name}: try again`} onClick={() => onAgain(false)}>
          Try again
        </Button>
      )}
    </li>
  );
}

export function AlertResults({
  batch,
  byId,
  onAgain,
  onClose,
}: {
  batch: AlertBatch;
  byId: ReadonlyMap<string, AlertRow>;
  onAgain: (rows: readonly AlertBatchRow[], overwrite: boolean) => void;
  onClose: () => void;
}) {
  const rows = [...batch.rows, ...refusedLater(batch, byId)];
  if (rows.length === 0) return null;
  const retryable = rows.filter(({ retryId }) => retryId !== null);
  const overtaken = rows.filter(({ step }) => step !== null);
  return (
    <section aria-label="What was not changed" className="shrink-0 border-t bg-panel px-4 py-2">
      <header className="flex flex-wrap items-center gap-2">
        <h2 role="status" className="min-w-0 flex-1">
          <strong className="font-medium">{batch.what}</strong>{' '}
          <span className="text-muted">
            {numbers.format(rows.length)} of {numbers.format(batch.total)} not changed
          </span>
        </h2>
        {overtaken.length > 1 ? (
          <Button size="small" onClick={() => onAgain(overtaken, true)}>
            Overwrite all {overtaken.length}
          </Button>
        ) : null}
        {retryable.length > 1 ? (
          <Button size="small" onClick={() => onAgain(retryable, false)}>
            Try all {retryable.length} again
          </Button>
        ) : null}
        <IconButton label="Close the list" icon={X} onClick={onClose} />
      </header>
      <ul className="mt-1 max-h-[30vh] overflow-y-auto">
        {rows.slice(0, mostShown).map((row) => (
          <Line key={row.alert.id} row={row} onAgain={(overwrite) => onAgain([row], overwrite)} />
        ))}
        {rows.length > mostShown ? (
          <li className="border-t py-1 text-muted">and {numbers.format(rows.length - mostShown)} more</li>
        ) : null}
      </ul>
    </section>
  );
}
