'use client';
/** One value whole: long text wrapped, dynamics laid out, hidden characters marked. */
import { X } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Cell, ResultColumn } from '@/lib/domain/hunting/result-table';
import { exactText } from './cell-text';

export type Inspected = { columns: readonly ResultColumn[]; row: readonly Cell[]; place: number };

function layOut(value: Cell): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : exactText(value);
}

export function InspectPane({ inspected, onClose }: { inspected: Inspected; onClose: () => void }) {
  const { columns, row, place } = inspected;
  return (
    <section
      aria-label={`Row ${place + 1}`}
      className="flex min-h-0 flex-1 flex-col border-l"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="flex h-8 shrink-0 items-center gap-2 border-b pr-1 pl-3">
        <h2 className="flex-1 font-medium">Row {(place + 1).toLocaleString('en')}</h2>
        <IconButton label="Close" keys="Esc" icon={X} onClick={onClose} />
      </header>
      <dl className="min-h-0 flex-1 overflow-y-auto px-3 py-2 outline-offset-[-2px]" tabIndex={0}>
        {columns.map((column, at) => {
          const value = row[at] ?? null;
          return (
            <div key={column.name} className="group border-b py-1.5 last:border-b-0">
              <dt className="flex h-5 items-center gap-2 text-muted text-small">
                <span className="min-w-0 truncate">
                  <UntrustedText text={column.name} />
                </span>
                <span>{column.type}</span>
                {value === null ? null : (
                  <CopyButton
                    text={layOut(value)}
                    label={`Copy ${column.name}`}
                    className="ml-auto size-6 opacity-0 focus-visible:opacity-100 group-hover:opacity-100"
                  />
                )}
              </dt>
              <dd className="font-mono text-[12px] leading-[18px] break-words whitespace-pre-wrap">
                {value === null ? <span className="text-muted">null</span> : <UntrustedText text={layOut(value)} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
