/** The one menu (or dialog) of a queue for what every noun has, opened over the field that is being edited. */
'use client';
import type { ReactNode } from 'react';
import type { Wanted } from '@/components/queue/acts/act-noun';
import type { Editing } from '@/components/queue/acts/use-editing';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';
import { CommentDialog } from '@/components/vocabulary/comment-dialog';
import { StatusMenu } from '@/components/vocabulary/status-menu';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Assignee, IncidentStatus } from '@/lib/domain/incident/incident';
import { useAssignees } from '@/lib/queries/use-assignees';

export type MenuProps = {
  trigger: ReactNode;
  open: true;
  onOpenChange: (open: boolean) => void;
  onClosed: () => void;
};

/** What a menu has to be given to open where it is asked for. */
export function menuAt({ at }: { at: Editing['at'] }, onStop: () => void, onClosed: () => void): MenuProps {
  const { left, top, height } = at;
  return {
    trigger: <span aria-hidden style={{ position: 'fixed', left, top, width: 1, height, pointerEvents: 'none' }} />,
    open: true,
    onOpenChange: (open) => {
      if (!open) onStop();
    },
    onClosed,
  };
}

export type FieldEditorProps = {
  editing: Editing<'status' | 'assignee' | 'comment'>;
  /** `#12345 Multi-stage attack`, `3 incidents`. */
  subject: string;
  /** The status that all rows share; null when they differ. */
  status: IncidentStatus | null;
  /** The same of their assignee; undefined when they differ. */
  assignee: Assignee | null | undefined;
  /** Everybody that rows of the queue are assigned to. */
  others: readonly Assignee[];
  /** Where the comment goes. */
  noteHint: string;
  /** Only for a single row: of several each is judged by itself. */
  can: { changeStatus: Capability; assign: Capability } | null;
  onChange: (wanted: Wanted) => void;
  onNote: (text: string) => void;
  /** Resolving starts in the status menu and goes on in a dialog. */
  onResolve: () => void;
  onStop: () => void;
  /** Gives the focus back to the rows. */
  onClosed: () => void;
};

function AssigneeEditor({ menu, assignee, others, can, onChange }: FieldEditorProps & { menu: MenuProps }) {
  const assignees = useAssignees();
  return (
    <AssigneeMenu
      {...menu}
      {...assignees}
      value={assignee}
      others={others}
      onChange={(chosen) => onChange({ assignee: chosen })}
      {...(can === null ? {} : { capability: can.assign })}
    />
  );
}

export function FieldEditor(props: FieldEditorProps) {
  const { editing, subject, status, noteHint, can, onChange, onNote, onResolve, onStop, onClosed } = props;
  const menu = menuAt(editing, onStop, onClosed);
  switch (editing.field) {
    case 'status':
      return (
        <StatusMenu
          {...menu}
          value={status}
          onChange={(chosen) => onChange({ status: chosen })}
          onResolve={onResolve}
          {...(can === null ? {} : { capability: can.changeStatus })}
        />
      );
    case 'assignee':
      return <AssigneeEditor {...props} menu={menu} />;
    case 'comment':
      return (
        <CommentDialog
          subject={subject}
          note={noteHint}
          onSubmit={onNote}
          onClose={() => {
            onStop();
            // After the dialog is gone: until then it keeps the focus inside.
            setTimeout(onClosed);
          }}
        />
      );
  }
}
