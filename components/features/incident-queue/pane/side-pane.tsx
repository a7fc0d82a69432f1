/** The incident under the cursor, beside the queue: story, fields that can be changed, ids, and where its copies stand. */
'use client';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { CopiedForm } from '@/components/features/incident-queue/acts/use-copying';
import type { EditedField } from '@/components/features/incident-queue/acts/use-incident-acts';
import { DetailPreview } from '@/components/features/incident-queue/pane/detail-preview';
import { HistorySection } from '@/components/features/incident-queue/pane/history-section';
import { NamesSection } from '@/components/features/incident-queue/pane/names-section';
import { PaneFields } from '@/components/features/incident-queue/pane/pane-fields';
import { PaneHeader } from '@/components/features/incident-queue/pane/pane-header';
import { SinceSection } from '@/components/features/incident-queue/pane/since-section';
import { activitySpan, sourceLine, tacticLine } from '@/components/features/incident-queue/pane/story-lines';
import { SyncList } from '@/components/features/incident-queue/pane/sync-list';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { useResting } from '@/components/queue/use-resting';
import { DriftChooser } from '@/components/vocabulary/drift-chooser';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { useDrift } from '@/lib/queries/use-drift';

const restMs = 300;

export type PaneProps = {
  incident: Incident;
  me: Assignee | undefined;
  onEdit: (field: EditedField, incident: Incident) => void;
  onCopy: (form: CopiedForm, incidents: readonly Incident[]) => void;
  onUndo: (commandId: string, what: string) => void;
  onClose: () => void;
};

function Story({ incident }: { incident: Incident }) {
  const tactics = tacticLine(incident);
  const span = activitySpan(incident);
  return (
    <PaneSection title="Story">
      <p>{sourceLine(incident)}</p>
      {tactics === null ? null : <p>{tactics}</p>}
      {incident.firstActivityAt === null ? null : (
        <p>
          Activity from <Timestamp at={incident.firstActivityAt} name="First activity" /> to{' '}
          <Timestamp at={incident.lastActivityAt} name="Last activity" />
          {span === null ? '' : ` (${span})`}.
        </p>
      )}
      {incident.description === null || incident.description === '' ? null : (
        <p className="mt-1 line-clamp-4 text-muted">
          <UntrustedText text={incident.description} />
        </p>
      )}
    </PaneSection>
  );
}

export function SidePane({ incident, me, onEdit, onCopy, onUndo, onClose }: PaneProps) {
  const rested = useResting(incident.key, restMs);
  return (
    <aside aria-label={`Incident ${incidentName(incident)}`} className="min-h-0 flex-1 overflow-y-auto bg-panel">
      <PaneHeader incident={incident} onCopy={(form) => onCopy(form, [incident])} onClose={onClose} />
      <DriftChooser incident={incident} {...useDrift(incident)} />
      <PaneFields incident={incident} me={me} onEdit={(field) => onEdit(field, incident)} />
      {rested === null ? null : <SinceSection key={rested} incidentKey={rested} me={me} />}
      <Story incident={incident} />
      <SyncList incident={incident} />
      <DetailPreview incidentKey={rested} />
      <HistorySection incidentKey={incident.key} name={incidentName(incident)} onUndo={onUndo} />
      <NamesSection incident={incident} />
    </aside>
  );
}
