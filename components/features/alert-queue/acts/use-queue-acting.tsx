/** Everything that an analyst does in the alert queue, as one thing: what bar and rows call, and what is drawn for it. */
'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { alertName, alertsName } from '@/components/features/alert-queue/acts/alert-names';
import { useAlertActs } from '@/components/features/alert-queue/acts/use-alert-acts';
import { type EditedAlertField, useAlertEditing } from '@/components/features/alert-queue/acts/use-alert-editing';
import { useAlertKeys } from '@/components/features/alert-queue/acts/use-alert-keys';
import { siblingsPath } from '@/components/features/alert-queue/pane/alert-incident';
import { focusRows, stepRow } from '@/components/grid/step-row';
import type { Queue } from '@/components/queue/use-queue';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { showToast } from '@/components/ui/toast';
import { verdictOf } from '@/components/vocabulary/verdict-choice';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { mostActs } from '@/lib/domain/incident/act';
import type { Assignee } from '@/lib/domain/incident/incident';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { alertsPath, incidentPath } from '@/lib/routes/paths';

// No editor, question or list is there at the first look.
const AlertEditor = dynamic(
  () => import('@/components/features/alert-queue/acts/alert-editor').then((file) => file.AlertEditor),
  { ssr: false },
);
const AlertResults = dynamic(
  () => import('@/components/features/alert-queue/acts/alert-results').then((file) => file.AlertResults),
  { ssr: false },
);
const OvertakenDialog = dynamic(
  () => import('@/components/vocabulary/overtaken-dialog').then((file) => file.OvertakenDialog),
  { ssr: false },
);

const nothing: ReadonlySet<string> = new Set();

export type QueueActing = {
  /** Opens the editor of a field of these alerts, else of the selection or the row under the cursor. */
  edit: (field: EditedAlertField, alerts?: readonly AlertRow[]) => void;
  assignToMe: (() => void) | undefined;
  /** Menus, dialogs and the list of what did not work; drawn once, below the rows. */
  element: ReactNode;
};

export function useQueueActing(
  queue: Queue<AlertRow>,
  all: readonly AlertRow[],
  me: Assignee | undefined,
  pane: { open: boolean; setOpen: (open: boolean) => void },
): QueueActing {
  const { rows, byKey, current, cursor, selection, setSelection } = queue;
  const router = useRouter();
  const acts = useAlertActs();
  const { editing, edit, stop } = useAlertEditing();

  const targets = (): AlertRow[] => {
    const selected = [...selection].flatMap((id) => byKey.get(id) ?? []);
    return selected.length > 0 ? selected : current === undefined ? [] : [current];
  };
  const withTargets = (act: (alerts: readonly AlertRow[]) => void) => {
    const chosen = targets();
    if (chosen.length > 0) act(chosen);
    else announce('No alert is under the cursor');
  };
  const change = (changes: AlertChanges) => withTargets((alerts) => acts.apply(alerts, changes));
  /** After closing, the next row is what comes next; a selection has been dealt with. */
  const resolve = (alerts: readonly AlertRow[], changes: AlertChanges) => {
    acts.apply(alerts, changes);
    if (changes.status !== 'resolved') return;
    if (selection.size > 0) setSelection(nothing);
    else if (alerts.some(({ id }) => id === cursor.get().rowKey)) stepRow('ArrowDown');
  };
  const selectAll = () => {
    if (rows === undefined) return;
    const keys = rows.slice(0, mostActs).map(({ id }) => id);
    const none = keys.length > 0 && keys.every((id) => selection.has(id));
    setSelection(none ? nothing : new Set(keys));
    announce(none ? 'Nothing is selected' : `${keys.length} selected`);
    if (!none && rows.length > keys.length)
      showToast(`The first ${keys.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')} are selected`, {
        detail: 'That is as many as are changed at once.',
      });
  };
  const copy = async (alerts: readonly AlertRow[], form: 'link' | 'ids') => {
    const lines = alerts.map(({ id }) =>
      form === 'ids' ? id : window.location.origin + alertsPath(alertsAddress.print({ q: `id:${id}`, row: id })),
    );
    if (await copyText(lines.join('\n'))) showToast(form === 'link' ? 'Link copied' : 'Ids copied', { id: 'copied' });
  };
  const assignToMe = me === undefined ? undefined : () => change({ assignee: me.name });
  const toIncident = (path: (key: string) => string) => {
    if (current?.incidentKey == null) announce('The alert is in no incident');
    else router.push(path(current.incidentKey));
  };

  useAlertKeys(
    {
      edit: (field) => withTargets((alerts) => edit(field, alerts)),
      resolveAs: (classification) =>
        withTargets((alerts) =>
          resolve(alerts, { status: 'resolved', verdict: verdictOf(classification, null, '', ['defender']) }),
        ),
      change,
      assignToMe: () => assignToMe?.(),
      undo: acts.undo,
      show: queue.show,
      selectAll,
      step: stepRow,
      togglePane: () => pane.setOpen(!pane.open),
      openIncident: () => toIncident(incidentPath),
      siblings: () => toIncident(siblingsPath),
      copy: (form) => withTargets((alerts) => void copy(alerts, form)),
      leave: () => {
        if (current !== undefined && pane.open) pane.setOpen(false);
        else if (selection.size > 0) setSelection(nothing);
        else cursor.set({ rowKey: null, columnId: null });
        focusRows();
      },
    },
    () => {
      const chosen = targets();
      return chosen.length === 0 ? null : alertsName(chosen);
    },
  );

  const edited = editing?.ids.flatMap((id) => byKey.get(id) ?? []) ?? [];
  const { question, batch } = acts;
  return {
    edit: (field, alerts) => {
      if (alerts === undefined) withTargets((chosen) => edit(field, chosen));
      else edit(field, alerts);
    },
    assignToMe,
    element: (
      <>
        {batch === null ? null : (
          <AlertResults batch={batch} byId={byKey} onAgain={acts.again} onClose={acts.closeBatch} />
        )}
        {editing === null || edited.length === 0 ? null : (
          <AlertEditor
            editing={editing}
            alerts={edited}
            queue={all}
            onChange={(changes) => {
              stop();
              resolve(edited, changes);
            }}
            onComment={(text) => acts.comment(edited, text)}
            onField={(field) => edit(field, edited)}
            onStop={stop}
            onClosed={focusRows}
          />
        )}
        {question === null ? null : (
          <OvertakenDialog
            subject={alertName(question.alert)}
            fields={question.fields}
            onKeep={acts.keepTheirs}
            onOverwrite={acts.overwrite}
          />
        )}
      </>
    ),
  };
}
