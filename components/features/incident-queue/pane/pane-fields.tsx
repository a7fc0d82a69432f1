/** The fields that can be changed, each with how far its last change has come and for how long. */

import type { EditedField } from '@/components/features/incident-queue/acts/use-incident-acts';
import { PriorityReasons } from '@/components/features/incident-queue/marks';
import { PaneFact } from '@/components/queue/pane/pane-section';
import { Badge } from '@/components/ui/badge';
import { duration } from '@/components/vocabulary/format-time';
import { PersonName } from '@/components/vocabulary/person';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { Assignee, FieldSync, Incident } from '@/lib/domain/incident/incident';
import { serverNow } from '@/lib/queries/server-clock';

function FieldButton({
  name,
  opens,
  onClick,
  children,
}: {
  name: string;
  opens: 'menu' | 'dialog';
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-haspopup={opens}
      onClick={onClick}
      className="-ml-2 flex min-h-6 min-w-0 items-center rounded-small px-2 text-left hover:bg-hover"
    >
      <span className="sr-only">{name}: </span>
      {children}
    </button>
  );
}

/** The mark, its word and its age. Ages are told when the pane is drawn, and the feed draws it when something happens. */
function Sync({ sync }: { sync: FieldSync | undefined }) {
  if (sync === undefined) return null;
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1">
      <SyncMark sync={sync} word />
      <span className="text-faint text-small" title={`Since ${sync.since}`}>
        {duration(serverNow().getTime() - Date.parse(sync.since))}
      </span>
    </span>
  );
}

export function PaneFields({
  incident,
  me,
  onEdit,
}: {
  incident: Incident;
  me: Assignee | undefined;
  onEdit: (field: EditedField) => void;
}) {
  const { sync } = incident;
  return (
    <dl className="px-4 py-2">
      <PaneFact name="Severity">
        <FieldButton name="Severity" opens="menu" onClick={() => onEdit('severity')}>
          <SeverityMark severity={incident.severity} />
        </FieldButton>
        <Sync sync={sync.severity} />
      </PaneFact>
      <PaneFact name="Status">
        <FieldButton name="Status" opens="menu" onClick={() => onEdit('status')}>
          <StatusMark status={incident.status} />
        </FieldButton>
        <Sync sync={sync.status} />
      </PaneFact>
      <PaneFact name="Assignee">
        <FieldButton name="Assignee" opens="dialog" onClick={() => onEdit('assignee')}>
          <PersonName person={incident.assignee} me={me} />
        </FieldButton>
        <Sync sync={sync.assignee} />
      </PaneFact>
      {incident.verdict === null ? null : (
        <PaneFact name="Verdict">
          <FieldButton name="Verdict" opens="dialog" onClick={() => onEdit('resolve')}>
            {verdictLine(incident.verdict)}
          </FieldButton>
          <Sync sync={sync.verdict} />
        </PaneFact>
      )}
      <PaneFact name="Priority">
        <PriorityReasons incident={incident} />
      </PaneFact>
      <PaneFact name="Tags">
        <FieldButton name="Tags" opens="dialog" onClick={() => onEdit('tags')}>
          {incident.tags.length === 0 ? (
            <span className="text-faint">Add a tag</span>
          ) : (
            <span className="flex flex-wrap gap-1 py-1">
              {incident.tags.map((tag) => (
                <Badge key={`${tag.origin} ${tag.name}`}>
                  <UntrustedText text={tag.name} />
                </Badge>
              ))}
            </span>
          )}
        </FieldButton>
        <Sync sync={sync.tags} />
      </PaneFact>
    </dl>
  );
}
