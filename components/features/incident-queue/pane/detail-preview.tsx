/** Alerts and entities of the row on which the cursor rested: a first look, the page has the rest. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { Skeleton } from '@/components/ui/skeleton';
import { entityWords } from '@/components/vocabulary/entity-words';
import { SeverityMark } from '@/components/vocabulary/severity';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import { incidentQueries } from '@/lib/queries/incidents';

const mostAlerts = 6;
const mostEntities = 10;

function More({ count, what }: { count: number; what: string }) {
  return count > 0 ? (
    <li className="text-faint text-small">
      and {count} more {what}
    </li>
  ) : null;
}

function Found({ detail }: { detail: IncidentDetail }) {
  const alerts = [...detail.alerts].sort((left, right) => (left.firstActivityAt < right.firstActivityAt ? -1 : 1));
  return (
    <>
      <PaneSection title={`Alerts (${detail.alerts.length})`}>
        <ul>
          {alerts.slice(0, mostAlerts).map((alert) => (
            <li key={alert.id} className="flex h-6 items-center gap-2">
              <SeverityMark severity={alert.severity} word={false} />
              <span className="min-w-0 flex-1 truncate">
                <UntrustedText text={alert.title} />
              </span>
              <span className="text-faint text-small">
                <Timestamp at={alert.firstActivityAt} name="First activity" />
              </span>
            </li>
          ))}
          <More count={alerts.length - mostAlerts} what="alerts" />
        </ul>
      </PaneSection>
      <PaneSection title={`Entities (${detail.entities.length})`}>
        <ul>
          {detail.entities.slice(0, mostEntities).map((entity) => (
            <li key={entity.id} className="flex h-6 items-center gap-2">
              <span className="w-24 shrink-0 truncate text-muted">{entityWords[entity.kind].one}</span>
              <span className="truncate font-mono text-[12px]">
                <UntrustedText text={entity.label} />
              </span>
            </li>
          ))}
          <More count={detail.entities.length - mostEntities} what="entities" />
        </ul>
      </PaneSection>
      {detail.failures.map((failure) => (
        <p key={`${failure.part} ${failure.system}`} className="border-t px-4 py-2 text-small text-warning">
          {failure.part} could not be read from {failure.system === 'defender' ? 'Defender' : 'Sentinel'}:{' '}
          {failure.message}
        </p>
      ))}
    </>
  );
}

/** `incidentKey` is null until the cursor has rested. */
export function DetailPreview({ incidentKey }: { incidentKey: string | null }) {
  const reply = useQuery({ ...incidentQueries.detail(incidentKey ?? ''), enabled: incidentKey !== null });
  if (reply.isError && incidentKey !== null)
    return <p className="border-t px-4 py-2.5 text-muted">Alerts could not be read: {reply.error.message}</p>;
  if (incidentKey === null || reply.data === undefined)
    return (
      <PaneSection title="Alerts">
        <div className="flex flex-col gap-3 py-1.5">
          <Skeleton className="w-5/6" />
          <Skeleton className="w-2/3" />
        </div>
      </PaneSection>
    );
  return reply.data.kind === 'found' ? <Found detail={reply.data.detail} /> : null;
}
