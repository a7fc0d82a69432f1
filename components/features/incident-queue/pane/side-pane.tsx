/** The incident under the cursor, beside the queue: story, fields that can be changed, ids, and where its copies stand. */
'use client';
import { ArrowUpRight, X } from 'lucide-react';
import Link from 'next/link';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { DetailPreview } from '@/components/features/incident-queue/pane/detail-preview';
import { PaneFact, PaneSection } from '@/components/features/incident-queue/pane/pane-section';
import { activitySpan, sourceLine, tacticLine } from '@/components/features/incident-queue/pane/story-lines';
import { SyncList } from '@/components/features/incident-queue/pane/sync-list';
import { useResting } from '@/components/features/incident-queue/use-resting-key';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { IdChip } from '@/components/vocabulary/id-chip';
import { PersonName } from '@/components/vocabulary/person';
import { PriorityScore } from '@/components/vocabulary/priority-score';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { incidentPath } from '@/lib/routes/paths';

const restMs = 300;

type PaneProps = {
  incident: Incident;
  me: Assignee | undefined;
  onEdit: (field: EditedField, incident: Incident) => void;
  onClose: () => void;
};

function FieldButton({
  opens,
  onClick,
  children,
}: {
  opens: 'menu' | 'dialog';
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-haspopup={opens}
      onClick={onClick}
      className="-ml-2 flex h-6 min-w-0 items-center rounded-small px-2 hover:bg-hover"
    >
      {children}
    </button>
  );
}

function Fields({ incident, me, onEdit }: PaneProps) {
  const edit = (field: EditedField) => () => onEdit(field, incident);
  return (
    <dl className="px-4 pb-2">
      <PaneFact name="Severity">
        <FieldButton opens="menu" onClick={edit('severity')}>
          <SeverityMark severity={incident.severity} />
        </FieldButton>
        <SyncMark sync={incident.sync.severity} word />
      </PaneFact>
      <PaneFact name="Status">
        <FieldButton opens="menu" onClick={edit('status')}>
          <StatusMark status={incident.status} />
        </FieldButton>
        <SyncMark sync={incident.sync.status} word />
      </PaneFact>
      <PaneFact name="Assignee">
        <FieldButton opens="dialog" onClick={edit('assignee')}>
          <PersonName person={incident.assignee} me={me} />
        </FieldButton>
        <SyncMark sync={incident.sync.assignee} word />
      </PaneFact>
      {incident.verdict === null ? null : (
        <PaneFact name="Verdict">
          {verdictLine(incident.verdict)}
          <SyncMark sync={incident.sync.verdict} word />
        </PaneFact>
      )}
      <PaneFact name="Priority">
        <PriorityScore score={incident.priorityScore} />
      </PaneFact>
      {incident.tags.length === 0 ? null : (
        <PaneFact name="Tags">
          <span className="flex flex-wrap gap-1 py-1">
            {incident.tags.map((tag) => (
              <Badge key={`${tag.origin} ${tag.name}`}>
                <UntrustedText text={tag.name} />
              </Badge>
            ))}
          </span>
        </PaneFact>
      )}
    </dl>
  );
}

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

function Copies({ incident }: { incident: Incident }) {
  return (
    <PaneSection title="Ids and times">
      <dl>
        <PaneFact name="Defender">
          {incident.defender === null ? (
            <span className="text-faint">Does not know it</span>
          ) : (
            <IdChip id={incident.defender.id} name="Defender incident id" />
          )}
        </PaneFact>
        <PaneFact name="Sentinel">
          {incident.sentinel === null ? (
            <span className="text-faint">Does not show it yet</span>
          ) : (
            <>
              <IdChip id={String(incident.sentinel.number)} name="Sentinel incident number" />
              <IdChip
                id={incident.sentinel.name}
                name="Sentinel incident GUID"
                shown={`${incident.sentinel.name.slice(0, 8)}…`}
              />
            </>
          )}
        </PaneFact>
        <PaneFact name="Created">
          <Timestamp at={incident.createdAt} form="full" />
        </PaneFact>
        <PaneFact name="Updated">
          <Timestamp at={incident.updatedAt} form="full" />
        </PaneFact>
      </dl>
    </PaneSection>
  );
}

export function SidePane(props: PaneProps) {
  const { incident, onClose } = props;
  const rested = useResting(incident.key, restMs);
  return (
    <aside aria-label={`Incident ${incidentName(incident)}`} className="min-h-0 flex-1 overflow-y-auto bg-panel">
      <header className="sticky top-0 z-10 flex items-start gap-1 bg-panel py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1 pt-0.5">
          <p className="font-mono text-[12px] text-muted">{incidentName(incident)}</p>
          <h2 className="line-clamp-3 font-semibold wrap-anywhere">
            <UntrustedText text={incident.title} />
          </h2>
        </div>
        <Link
          href={incidentPath(incident.key)}
          prefetch={false}
          className="inline-flex h-7 shrink-0 items-center gap-1 rounded border bg-canvas px-2 font-medium hover:bg-hover"
        >
          Open
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
        <IconButton label="Close" icon={X} keys="Esc" onClick={onClose} />
      </header>
      <Fields {...props} />
      <Story incident={incident} />
      <SyncList incident={incident} />
      <DetailPreview incidentKey={rested} />
      <Copies incident={incident} />
    </aside>
  );
}
