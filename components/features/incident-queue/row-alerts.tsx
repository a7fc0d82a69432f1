/** The alerts of an incident beneath its row, oldest first: what made it, without leaving the queue. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/components/ui/skeleton';
import { productWords } from '@/components/vocabulary/product-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { incidentQueries } from '@/lib/queries/incidents';

export function RowAlerts({ incidentKey }: { incidentKey: string }) {
  const { data: reply, error } = useQuery(incidentQueries.detail(incidentKey));
  if (error !== null) return <p className="px-8 py-2 text-muted">The alerts could not be read: {error.message}</p>;
  if (reply === undefined)
    return (
      <div className="flex flex-col gap-3 px-8 py-3">
        <Skeleton className="w-1/2" />
        <Skeleton className="w-1/3" />
      </div>
    );
  if (reply.kind !== 'found') return <p className="px-8 py-2 text-muted">The incident is no longer there.</p>;
  const alerts = reply.detail.alerts.toSorted((left, right) => (left.firstActivityAt < right.firstActivityAt ? -1 : 1));
  return (
    <ul className="py-1">
      {alerts.map((alert) => (
        <li key={alert.id} className="flex h-7 items-center gap-3 pr-4 pl-8">
          <SeverityMark severity={alert.severity} word={false} />
          <span className="min-w-0 flex-1 truncate">
            <UntrustedText text={alert.title} />
          </span>
          <span className="w-36 shrink-0 truncate text-muted max-sm:hidden">
            {alert.tactics.map(tacticWord).join(', ')}
          </span>
          <span className="w-24 shrink-0 truncate text-muted max-sm:hidden">{productWords[alert.product].short}</span>
          <span className="shrink-0 text-faint text-small">
            <Timestamp at={alert.firstActivityAt} name="First activity" />
          </span>
        </li>
      ))}
    </ul>
  );
}
