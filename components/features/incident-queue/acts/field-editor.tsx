/** The one menu (or dialog) of the queue, opened over the field that is being edited. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { incidentsName } from '@/components/features/incident-queue/acts/incident-name';
import type { EditedField, Editing } from '@/components/features/incident-queue/acts/use-editing';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';
import { ResolveDialog } from '@/components/vocabulary/resolve-dialog';
import { SeverityMenu } from '@/components/vocabulary/severity-menu';
import { StatusMenu } from '@/components/vocabulary/status-menu';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';

/** The value that all of them share, or null. */
function common<Value>(incidents: readonly Incident[], read: (incident: Incident) => Value): Value | null {
  const [first, ...rest] = incidents.map(read);
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

export function FieldEditor({
  editing,
  incidents,
  onChange,
  onField,
  onStop,
  onClosed,
}: {
  editing: Editing;
  incidents: readonly Incident[];
  onChange: (changes: IncidentChanges) => void;
  /** Resolving starts in the status menu and goes on in a dialog. */
  onField: (field: EditedField) => void;
  onStop: () => void;
  /** Gives the focus back to the rows. */
  onClosed: () => void;
}) {
  const session = useQuery(sessionQueries.current());
  const people = useQuery({ ...peopleQueries.assignable(), enabled: editing.field === 'assignee' });
  const [first] = incidents;
  if (first === undefined) return null;
  const { left, top, height } = editing.at;
  const menu = {
    trigger: <span aria-hidden style={{ position: 'fixed', left, top, width: 1, height, pointerEvents: 'none' }} />,
    open: true,
    onOpenChange: (open: boolean) => {
      if (!open) onStop();
    },
    onClosed,
  };
  switch (editing.field) {
    case 'status':
      return (
        <StatusMenu
          {...menu}
          value={common(incidents, ({ status }) => status)}
          onChange={(status) => onChange({ status })}
          onResolve={() => onField('resolve')}
          {...(incidents.length === 1 ? { capability: incidentCan.changeStatus(first) } : {})}
        />
      );
    case 'severity':
      return (
        <SeverityMenu
          {...menu}
          value={common(incidents, ({ severity }) => severity)}
          onChange={(severity) => onChange({ severity })}
          {...(incidents.length === 1 ? { capability: incidentCan.changeSeverity(first) } : {})}
        />
      );
    case 'assignee':
      return (
        <AssigneeMenu
          {...menu}
          value={incidents.length === 1 ? first.assignee : undefined}
          me={session.data?.me}
          people={people.data}
          failure={people.error?.message ?? null}
          onChange={(assignee) => onChange({ assignee })}
          {...(incidents.length === 1 ? { capability: incidentCan.assign(first) } : {})}
        />
      );
    case 'resolve':
      return (
        <ResolveDialog
          mode="resolve"
          open
          onOpenChange={(open) => {
            if (open) return;
            onStop();
            // After the dialog is gone: until then it keeps the focus inside.
            setTimeout(onClosed);
          }}
          subject={
            incidents.length === 1
              ? `${incidentsName(incidents)} ${visibleText(first.title)}`
              : incidentsName(incidents)
          }
          systems={systems.filter((system) => incidents.some((incident) => incident[system] !== null))}
          verdict={first.verdict}
          onSubmit={(verdict) => onChange({ status: 'resolved', verdict })}
        />
      );
  }
}
