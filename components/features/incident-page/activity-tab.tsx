/** Everything that happened to the incident, in either system and here; and the same of those that were merged into it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { HistoryList } from '@/components/vocabulary/history-list';
import { HistoryReach } from '@/components/vocabulary/history-reach';
import { TitleNote } from '@/components/vocabulary/title-note';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { IncidentHistory } from '@/lib/domain/incident/history';
import type { Incident } from '@/lib/domain/incident/incident';
import { historyQueries } from '@/lib/queries/history';
import { incidentQueries } from '@/lib/queries/incidents';

/** An incident of a thousand alerts has thousands of entries, each with its times. */
const atOnce = 100;

function Log({ history, error }: { history: IncidentHistory | undefined; error: Error | null }) {
  const [most, setMost] = useState(atOnce);
  if (error !== null) return <p className="text-danger">The activity could not be read: {error.message}</p>;
  if (history === undefined) return <Skeleton className="w-2/3" />;
  const { entries } = history;
  return (
    <>
      <TitleNote entries={entries} />
      {entries.length === 0 ? <p className="text-muted">Nothing has changed.</p> : null}
      <HistoryList entries={entries.slice(0, most)} />
      {entries.length > most ? (
        <Button size="small" className="mt-2" onClick={() => setMost(most + atOnce)}>
          {Math.min(atOnce, entries.length - most)} more of {(entries.length - most).toLocaleString('en')}
        </Button>
      ) : null}
      <HistoryReach history={history} />
    </>
  );
}

/** Read when it is opened: its address leads here, so this is where its past is. */
function MergedLog({ source }: { source: Incident }) {
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...historyQueries.merged(source.key), enabled: open });
  return (
    <details className="mt-3 border-t pt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-6 cursor-pointer font-medium wrap-anywhere">
        Activity of #{source.key}, merged into this one: <UntrustedText text={source.title} />
      </summary>
      {open ? <Log history={data} error={error} /> : null}
    </details>
  );
}

export function ActivityTab({ incident }: { incident: Incident }) {
  const { data, error } = useQuery(historyQueries.history(incident.key));
  const all = useQuery(incidentQueries.list()).data?.incidents ?? [];
  const merged = all.filter(({ redirectedTo }) => redirectedTo === incident.key);
  return (
    <>
      <h2 className="sr-only">Activity</h2>
      <div className="max-w-4xl px-4 py-2">
        <Log history={data} error={error} />
        {merged.map((source) => (
          <MergedLog key={source.key} source={source} />
        ))}
      </div>
    </>
  );
}
