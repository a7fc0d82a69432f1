/** Everything that an analyst does in the queue, as one thing: what the toolbar and the rows call, and what is drawn for it. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { idsOf, indicatorText, linksOf } from '@/components/features/incident-queue/acts/copy-words';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { focusRows, stepRow } from '@/components/features/incident-queue/acts/step-row';
import { type CopiedForm, useActKeys } from '@/components/features/incident-queue/acts/use-act-keys';
import { useActs } from '@/components/features/incident-queue/acts/use-acts';
import { type EditedField, useEditing } from '@/components/features/incident-queue/acts/use-editing';
import type { GridCursor } from '@/components/grid/grid-cursor';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { showToast } from '@/components/ui/toast';
import { portalUrl } from '@/components/vocabulary/portal-url';
import { verdictOf } from '@/components/vocabulary/verdict-choice';
import type { Classification } from '@/components/vocabulary/verdict-words';
import { mostActs } from '@/lib/domain/incident/act';
import type { Assignee, Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentQueries } from '@/lib/queries/incidents';

// No editor, question or list is there at the first look.
const FieldEditor = dynamic(
  () => import('@/components/features/incident-queue/acts/field-editor').then((file) => file.FieldEditor),
  { ssr: false },
);
const OvertakenDialog = dynamic(
  () => import('@/components/vocabulary/overtaken-dialog').then((file) => file.OvertakenDialog),
  { ssr: false },
);
const ResultPanel = dynamic(
  () => import('@/components/features/incident-queue/acts/result-panel').then((file) => file.ResultPanel),
  { ssr: false },
);

const nothing: ReadonlySet<string> = new Set();

export type QueueActsOptions = {
  /** Every incident that is known, for names to offer. */
  queue: readonly Incident[];
  rows: readonly Incident[] | undefined;
  byKey: ReadonlyMap<string, Incident>;
  /** The incident under the cursor. */
  current: Incident | undefined;
  cursor: GridCursor;
  selection: ReadonlySet<string>;
  setSelection: (keys: ReadonlySet<string>) => void;
  me: Assignee | undefined;
  pane: { open: boolean; setOpen: (open: boolean) => void };
  /** Lets in what waits. */
  show: () => void;
};

export type QueueActing = {
  /** Opens the editor of a field of these incidents, else of the selection or the row under the cursor. */
  edit: (field: EditedField, incidents?: readonly Incident[]) => void;
  assignToMe: () => void;
  copy: (form: CopiedForm, incidents?: readonly Incident[]) => void;
  undoCommand: (commandId: string, what: string) => void;
  /** Menus, dialogs and the list of what did not work; drawn once, below the rows. */
  element: ReactNode;
};

export function useQueueActs(options: QueueActsOptions): QueueActing {
  const { queue, rows, byKey, current, cursor, selection, setSelection, me, pane, show } = options;
  const client = useQueryClient();
  const acts = useActs();
  const { editing, edit, stop } = useEditing();

  const targets = (): Incident[] => {
    const selected = [...selection].flatMap((key) => byKey.get(key) ?? []);
    return selected.length > 0 ? selected : current === undefined ? [] : [current];
  };
  const about = () => {
    const [first, ...others] = targets();
    if (first === undefined) return null;
    return others.length > 0
      ? `${others.length + 1} selected incidents`
      : `${incidentName(first)} ${visibleText(first.title)}`;
  };
  const withTargets = (act: (incidents: readonly Incident[]) => void) => {
    const chosen = targets();
    if (chosen.length > 0) act(chosen);
    else announce('No incident is under the cursor');
  };
  const change = (changes: IncidentChanges) => withTargets((incidents) => acts.apply(incidents, changes));

  /** After closing, the next row is what comes next; a selection has been dealt with. */
  const goOn = (done: readonly Incident[]) => {
    if (selection.size > 0) setSelection(nothing);
    else if (done.some(({ key }) => key === cursor.get().rowKey)) stepRow('ArrowDown');
  };
  const resolve = (incidents: readonly Incident[], changes: IncidentChanges) => {
    acts.apply(incidents, changes);
    if (changes.status === 'resolved') goOn(incidents);
  };
  const resolveAs = (classification: Classification) =>
    withTargets((incidents) => {
      const held = systems.filter((system) => incidents.some((incident) => incident[system] !== null));
      resolve(incidents, { status: 'resolved', verdict: verdictOf(classification, null, '', held) });
    });

  const copyIndicators = async (incidents: readonly Incident[], form: 'defanged' | 'raw') => {
    const [incident] = incidents;
    if (incident === undefined || incidents.length > 1) {
      showToast('Indicators are copied of one incident', { tone: 'error', detail: 'Several are selected.' });
      return;
    }
    try {
      const reply = await client.ensureQueryData(incidentQueries.detail(incident.key));
      const text = reply.kind === 'found' ? indicatorText(reply.detail.entities, form) : '';
      if (text === '') showToast(`${incidentName(incident)} has no indicators`);
      else if (await copyText(text)) showToast(`${text.split('\n').length} indicators copied, ${form}`);
    } catch (error) {
      showToast('The entities could not be read', {
        tone: 'error',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };
  const copyOf = async (form: CopiedForm, incidents: readonly Incident[]) => {
    if (form === 'indicators' || form === 'rawIndicators') {
      await copyIndicators(incidents, form === 'indicators' ? 'defanged' : 'raw');
      return;
    }
    const text = form === 'link' ? linksOf(incidents, window.location.origin) : idsOf(incidents);
    if (await copyText(text)) showToast(form === 'link' ? 'Link copied' : 'Ids copied', { id: 'copied' });
  };
  const copy: QueueActing['copy'] = (form, incidents) => {
    if (incidents === undefined) withTargets((chosen) => void copyOf(form, chosen));
    else void copyOf(form, incidents);
  };

  const assignToMe = () => {
    if (me !== undefined) change({ assignee: me });
  };
  const selectAll = () => {
    if (rows === undefined) return;
    if (rows.length > 0 && rows.slice(0, mostActs).every(({ key }) => selection.has(key))) {
      setSelection(nothing);
      announce('Nothing is selected');
      return;
    }
    const keys = rows.slice(0, mostActs).map(({ key }) => key);
    setSelection(new Set(keys));
    announce(`${keys.length} selected`);
    if (rows.length > keys.length)
      showToast(`The first ${keys.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')} are selected`, {
        detail: 'That is as many as are changed at once.',
      });
  };

  useActKeys(
    {
      edit: (field) => withTargets((incidents) => edit(field, incidents)),
      resolveAs,
      change,
      assignToMe,
      undo: acts.undo,
      show,
      selectAll,
      step: stepRow,
      togglePane: () => pane.setOpen(!pane.open),
      copy,
      openPortal: (system) => {
        const url = portalUrl(current?.[system]?.webUrl);
        if (url === null) announce('There is no such page');
        else window.open(url, '_blank', 'noopener');
      },
      leave: () => {
        if (current !== undefined && pane.open) pane.setOpen(false);
        else if (selection.size > 0) setSelection(nothing);
        else cursor.set({ rowKey: null, columnId: null });
        focusRows();
      },
    },
    about,
  );

  const edited = editing?.keys.flatMap((key) => byKey.get(key) ?? []) ?? [];
  const { question, batch } = acts;
  const element = (
    <>
      {batch === null ? null : (
        <ResultPanel batch={batch} byKey={byKey} onAgain={acts.again} onClose={acts.closeBatch} />
      )}
      {editing === null || edited.length === 0 ? null : (
        <FieldEditor
          editing={editing}
          incidents={edited}
          queue={queue}
          onChange={(changes) => {
            stop();
            resolve(edited, changes);
          }}
          onChangeEach={acts.applyEach}
          onField={(field) => edit(field, edited)}
          onStop={stop}
          onClosed={focusRows}
        />
      )}
      {question === null ? null : (
        <OvertakenDialog
          subject={`${incidentName(question.step.incident)} ${visibleText(question.step.incident.title)}`}
          fields={question.fields}
          onKeep={acts.keepTheirs}
          onOverwrite={acts.overwrite}
        />
      )}
    </>
  );
  return {
    edit: (field, incidents) =>
      incidents === undefined ? withTargets((chosen) => edit(field, chosen)) : edit(field, incidents),
    assignToMe,
    copy,
    undoCommand: acts.undoCommand,
    element,
  };
}
