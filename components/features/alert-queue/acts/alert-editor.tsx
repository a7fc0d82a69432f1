/** The one menu (or dialog) of the alert queue, opened over the field that is being edited. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { alertsName } from '@/components/features/alert-queue/acts/alert-names';
import type { AlertEditing, EditedAlertField } from '@/components/features/alert-queue/acts/use-alert-editing';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';
import { CommentDialog } from '@/components/vocabulary/comment-dialog';
import { ResolveDialog } from '@/components/vocabulary/resolve-dialog';
import { StatusMenu } from '@/components/vocabulary/status-menu';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';
import type { Assignee } from '@/lib/domain/incident/incident';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';

export type AlertEditorProps = {
  editing: AlertEditing;
  alerts: readonly AlertRow[];
  /** Every known alert: its assignees are offered. */
  queue: readonly AlertRow[];
  onChange: (changes: AlertChanges) => void;
  onComment: (text: string) => void;
  /** Resolving starts in the status menu and goes on in a dialog. */
  onField: (field: EditedAlertField) => void;
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

/** Graph's alert has a text where a person is meant. */
export const personNamed = (name: string): Assignee => ({ name, displayName: null, objectId: null });

/** Everybody that alerts are assigned to, each once. */
function assigneesOf(queue: readonly AlertRow[]): Assignee[] {
  const names = new Map(
    queue.flatMap(({ assignee }) => (assignee === null ? [] : [[assignee.toLowerCase(), assignee]])),
  );
  return [...names.values()].sort((left, right) => left.localeCompare(right)).map(personNamed);
}

/** The value that all of them share; undefined when they differ. */
function shared<Value>(alerts: readonly AlertRow[], read: (alert: AlertRow) => Value): Value | undefined {
  const [first, ...rest] = alerts.map(read);
  return rest.every((value) => value === first) ? first : undefined;
}

function AssigneeEditor({ alerts, queue, onChange, menu }: AlertEditorProps & { menu: MenuProps }) {
  const session = useQuery(sessionQueries.current());
  const people = useQuery(peopleQueries.assignable());
  const [first] = alerts;
  if (first === undefined) return null;
  const name = shared(alerts, ({ assignee }) => assignee);
  return (
    <AssigneeMenu
      {...menu}
      value={name === undefined ? undefined : name === null ? null : personNamed(name)}
      me={session.data?.me}
      people={people.data}
      others={assigneesOf(queue)}
      failure={people.error?.message ?? null}
      onChange={(assignee) => onChange({ assignee: assignee?.name ?? null })}
      {...(alerts.length === 1 ? { capability: alertCan.change(first) } : {})}
    />
  );
}

export function AlertEditor(props: AlertEditorProps) {
  const { editing, alerts, onChange, onField, onStop, onClosed } = props;
  const [first] = alerts;
  if (first === undefined) return null;
  const { left, top, height } = editing.at;
  const closed = () => {
    onStop();
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
    case 'status': {
      const status = shared(alerts, (alert) => alert.status);
      return (
        <StatusMenu
          {...menu}
          value={status === undefined || status === 'unknown' ? null : status}
          onChange={(wanted) => onChange({ status: wanted })}
          onResolve={() => onField('resolve')}
          {...(alerts.length === 1 ? { capability: alertCan.change(first) } : {})}
        />
      );
    }
    case 'assignee':
      return <AssigneeEditor {...props} menu={menu} />;
    case 'comment':
      return (
        <CommentDialog
          subject={alertsName(alerts)}
          note="Goes to Defender, where comments stay as they are."
          onSubmit={props.onComment}
          onClose={closed}
        />
      );
    case 'resolve':
      return (
        <ResolveDialog
          mode="resolve"
          of="alert"
          open
          onOpenChange={(open) => {
            if (!open) closed();
          }}
          subject={alertsName(alerts)}
          systems={['defender']}
          verdict={alerts.length === 1 ? first.verdict : null}
          {...(editing.classification === undefined ? {} : { classification: editing.classification })}
          onSubmit={(verdict) => onChange({ status: 'resolved', verdict })}
        />
      );
  }
}
