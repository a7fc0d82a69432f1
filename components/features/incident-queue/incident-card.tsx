/** A row of the queue on a phone: two lines, everything that decides whether to open it. */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { ChangedMark, PriorityMark } from '@/components/features/incident-queue/marks';
import { mostUrgentSync } from '@/components/features/incident-queue/sync-summary';
import type { GridColumn } from '@/components/grid/grid-column';
import { PersonName } from '@/components/vocabulary/person';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Incident } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

/** Two lines of 20 px with room around them. */
export const cardHeightPx = 60;

function IncidentCard({ incident }: { incident: Incident }) {
  const urgent = mostUrgentSync(incident);
  return (
    <span className="flex w-full min-w-0 flex-col gap-0.5 pr-1">
      <span className="flex min-w-0 items-center gap-2">
        <SeverityMark severity={incident.severity} word={false} />
        <ChangedMark incident={incident} />
        {/* No link: a tap anywhere opens the sheet, which leads on to the page. */}
        <span className="min-w-0 flex-1 truncate font-medium">
          <UntrustedText text={incident.title} />
        </span>
        <span className="shrink-0 text-faint text-small">
          <Timestamp at={incident.updatedAt} name="Updated" />
        </span>
      </span>
      <span className="flex min-w-0 items-center gap-2 pl-5 text-muted text-small">
        <span className="font-mono">{incidentName(incident)}</span>
        <StatusMark status={incident.status} />
        <span className="min-w-0 flex-1 truncate">
          <PersonName person={incident.assignee} />
        </span>
        {urgent === null ? null : <SyncMark sync={urgent.sync} />}
        <span className="shrink-0">
          {incident.alertCount} {incident.alertCount === 1 ? 'alert' : 'alerts'}
        </span>
        <span className="w-12 shrink-0 text-right">
          <PriorityMark incident={incident} />
        </span>
      </span>
    </span>
  );
}

export const incidentCard: GridColumn<Incident> = {
  id: 'card',
  header: 'Incident',
  width: 320,
  box: true,
  cell: (incident) => <IncidentCard incident={incident} />,
  text: (incident) => `${incidentName(incident)} ${visibleText(incident.title)}`,
};
