/** The one menu (or dialog) of the queue, opened over the field that is being edited. */
'use client';
import { useQuery } from '@tanstack/react-query';
import type { Step } from '@/components/features/incident-queue/acts/batch';
import { ClosingEditor } from '@/components/features/incident-queue/acts/closing-editor';
import { incidentsName, subjectOf } from '@/components/features/incident-queue/acts/incident-name';
import { MergeEditor } from '@/components/features/incident-queue/acts/merge-editor';
import { tagChoices, withoutTag, withTag } from '@/components/features/incident-queue/acts/tag-changes';
import type { EditedField, Editing } from '@/components/features/incident-queue/acts/use-editing';
import { useNotes } from '@/components/features/incident-queue/acts/use-notes';
import { AssigneeMenu, sameAssignee } from '@/components/vocabulary/assignee-menu';
import { CommentDialog } from '@/components/vocabulary/comment-dialog';
import { SeverityMenu } from '@/components/vocabulary/severity-menu';
import { StatusMenu } from '@/components/vocabulary/status-menu';
import { TagMenu } from '@/components/vocabulary/tag-menu';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Assignee, Incident, IncidentChanges, Tag } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';

/** The value that all of them share, or null. */
function common<Value>(incidents: readonly Incident[], read: (incident: Incident) => Value): Value | null {
  const [first, ...rest] = incidents.map(read);
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

/** Everybody that incidents of the queue are assigned to, each once. */
function assigneesOf(queue: readonly Incident[]): Assignee[] {
  const found = new Map(
    queue.flatMap(({ assignee }) => (assignee === null ? [] : [[assignee.name.toLowerCase(), assignee] as const])),
  );
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}

export type EditorProps = {
  editing: Editing;
  incidents: readonly Incident[];
  /** The whole queue: its assignees and tags are offered. */
  queue: readonly Incident[];
  onChange: (changes: IncidentChanges) => void;
  onChangeEach: (steps: readonly Step[], what: (done: readonly Incident[]) => string) => void;
  /** Resolving starts in the status menu and goes on in a dialog. */
  onField: (field: EditedField) => void;
  onStop: () => void;
  /** Gives the focus back to the rows. */
  onClosed: () => void;
};

type MenuProps = {
  trigger: React.ReactNode;
  open: true;
  onOpenChange: (open: boolean) => void;
  onClosed: () => void;
};

function AssigneeEditor({ incidents, queue, onChange, menu }: EditorProps & { menu: MenuProps }) {
  const session = useQuery(sessionQueries.current());
  const people = useQuery(peopleQueries.assignable());
  const [first] = incidents;
  if (first === undefined) return null;
  const shared = incidents.every(({ assignee }) => sameAssignee(assignee, first.assignee));
  return (
    <AssigneeMenu
      {...menu}
      value={shared ? first.assignee : undefined}
      me={session.data?.me}
      people={people.data}
      others={assigneesOf(queue)}
      failure={people.error?.message ?? null}
      onChange={(assignee) => onChange({ assignee })}
      {...(incidents.length === 1 ? { capability: incidentCan.assign(first) } : {})}
    />
  );
}

function TagEditor({ incidents, queue, onChangeEach, onStop, menu }: EditorProps & { menu: MenuProps }) {
  const edit = (tagsOf: (incident: Incident) => Tag[] | null, did: string) => {
    const steps = incidents.flatMap((incident) => {
      const tags = tagsOf(incident);
      return tags === null ? [] : [{ incident, changes: { tags } }];
    });
    if (steps.length > 0) onChangeEach(steps, (done) => `${incidentsName(done)} ${did}`);
    onStop();
  };
  const [first] = incidents;
  return (
    <TagMenu
      {...menu}
      tags={tagChoices(incidents, queue)}
      onAdd={(name) => edit((incident) => withTag(incident, name), `tagged “${visibleText(name)}”`)}
      onRemove={(name) => edit((incident) => withoutTag(incident, name), `without tag “${visibleText(name)}”`)}
      {...(incidents.length === 1 && first !== undefined ? { capability: incidentCan.tag(first) } : {})}
    />
  );
}

function NoteEditor({ incidents, onClose }: { incidents: readonly Incident[]; onClose: () => void }) {
  const addNote = useNotes();
  return (
    <CommentDialog
      subject={subjectOf(incidents)}
      note={
        incidents.length === 1
          ? 'One comment. Defender keeps it where Defender knows the incident, else Sentinel.'
          : `The same comment on each of the ${incidents.length}.`
      }
      onSubmit={(text) => addNote(incidents, text)}
      onClose={onClose}
    />
  );
}

export function FieldEditor(props: EditorProps) {
  const { editing, incidents, onChange, onField, onStop, onClosed } = props;
  const [first] = incidents;
  if (first === undefined) return null;
  const { left, top, height } = editing.at;
  const close = () => {
    onStop();
    // After the dialog is gone: until then it keeps the focus inside.
    setTimeout(onClosed);
  };
  const menu: MenuProps = {
    trigger: <span aria-hidden style={{ position: 'fixed', left, top, width: 1, height, pointerEvents: 'none' }} />,
    open: true,
    onOpenChange: (open) => {
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
      return <AssigneeEditor {...props} menu={menu} />;
    case 'tags':
      return <TagEditor {...props} menu={menu} />;
    case 'comment':
      return <NoteEditor incidents={incidents} onClose={close} />;
    case 'resolve':
      return (
        <ClosingEditor
          incidents={incidents}
          classification={editing.classification}
          onResolve={(verdict) => onChange({ status: 'resolved', verdict })}
          onClose={close}
        />
      );
    case 'merge':
      return <MergeEditor incidents={incidents} onClose={close} />;
  }
}
