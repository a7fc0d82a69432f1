/** Everything that happened to the incident, read when it is asked for; acts of this console can be taken back from here. */
'use client';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { fieldWords } from '@/components/vocabulary/field-words';
import { HistoryList } from '@/components/vocabulary/history-list';
import { HistoryReach } from '@/components/vocabulary/history-reach';
import { TitleNote } from '@/components/vocabulary/title-note';
import { historyQueries } from '@/lib/queries/history';

type Undo = (commandId: string, what: string) => void;

function Entries({ incidentKey, name, onUndo }: { incidentKey: string; name: string; onUndo: Undo }) {
  const { data: history, error } = useQuery(historyQueries.history(incidentKey));
  if (error !== null) return <p className="text-danger">The history could not be read: {error.message}</p>;
  if (history === undefined) return <Skeleton className="w-2/3" />;
  const whatOf = (commandId: string) => {
    const entry = history.entries.find((candidate) => candidate.commandId === commandId);
    return entry === undefined ? name : `${name} ${fieldWords[entry.what].toLowerCase()} ${entry.to ?? ''}`;
  };
  return (
    <>
      <TitleNote entries={history.entries} />
      {history.entries.length === 0 ? <p className="text-muted">Nothing has changed.</p> : null}
      <HistoryList entries={history.entries} onUndo={(commandId) => onUndo(commandId, whatOf(commandId))} />
      <HistoryReach history={history} />
    </>
  );
}

export function HistorySection(props: { incidentKey: string; name: string; onUndo: Undo }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="border-t px-4 py-2">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-ml-1.5 flex min-h-6 items-center gap-1 rounded-small px-1.5 text-faint text-small hover:bg-hover hover:text-ink"
        >
          <ChevronRight aria-hidden className={clsx('size-3.5', open && 'rotate-90')} />
          History
        </button>
      </h3>
      {open ? <Entries {...props} /> : null}
    </section>
  );
}
