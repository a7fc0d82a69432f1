/** Everything that an analyst does in the queue, as one thing: what the toolbar and the rows call, and what is drawn for it. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { allSelected } from '@/components/features/incident-queue/acts/all-selected';
import { incidentsName, subjectOf } from '@/components/features/incident-queue/acts/incident-name';
import { type CopiedForm, useActKeys } from '@/components/features/incident-queue/acts/use-act-keys';
import { useActs } from '@/components/features/incident-queue/acts/use-acts';
import { useCopying } from '@/components/features/incident-queue/acts/use-copying';
import { type EditedField, useEditing } from '@/components/features/incident-queue/acts/use-editing';
import type { GridCursor } from '@/components/grid/grid-cursor';
import { focusRows, stepRow } from '@/components/grid/step-row';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { portalUrl } from '@/components/vocabulary/portal-url';
import { isClear } from '@/components/vocabulary/preflight-notes';
import { verdictOf } from '@/components/vocabulary/verdict-choice';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Assignee, Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { systems } from '@/lib/domain/source/source';
import { regroupQueries } from '@/lib/queries/regroup';

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
/** The server looks at no more at once. */
const mostPreviewed = 10;

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
  const copyOf = useCopying();
  const { editing, edit, stop } = useEditing();

  const targets = (): Incident[] => {
    const selected = [...selection].flatMap((key) => byKey.get(key) ?? []);
    return selected.length > 0 ? selected : current === undefined ? [] : [current];
  };
  const about = () => {
    const chosen = targets();
    return chosen.length === 0 ? null : subjectOf(chosen);
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
  /** Two keys close at once when nothing is open; else the question comes, with what is open and the class chosen. */
  const resolveAs = (classification: Classification) =>
    withTargets((incidents) => {
      const ask = () => edit('resolve', incidents, classification);
      const held = systems.filter((system) => incidents.some((incident) => incident[system] !== null));
      announce(`Looking for open tasks of ${incidentsName(incidents)}`);
      client.fetchQuery(regroupQueries.closePreflight(incidents.map(({ key }) => key))).then(
        (preflights) => {
          if (!preflights.every(isClear)) ask();
          else resolve(incidents, { status: 'resolved', verdict: verdictOf(classification, null, '', held) });
        },
        // The question says itself that it could not be looked up.
        ask,
      );
    });
  const merge = () =>
    withTargets((incidents) => {
      if (incidents.length >= 2 && incidents.length <= mostPreviewed) edit('merge', incidents);
      else
        showToast(`Select two to ${mostPreviewed} incidents to merge`, {
          tone: 'error',
          id: 'triage',
          detail: `${incidents.length === 1 ? 'One is' : `${incidents.length} are`} meant now.`,
        });
    });

  const copy: QueueActing['copy'] = (form, incidents) => {
    if (incidents === undefined) withTargets((chosen) => copyOf(form, chosen));
    else copyOf(form, incidents);
  };

  const editTargets = (field: EditedField) => {
    if (field === 'merge') merge();
    else withTargets((incidents) => edit(field, incidents));
  };
  const assignToMe = () => {
    if (me !== undefined) change({ assignee: me });
  };
  useActKeys(
    {
      edit: editTargets,
      resolveAs,
      change,
      assignToMe,
      undo: acts.undo,
      show,
      selectAll: () => setSelection(allSelected(rows ?? [], selection)),
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

  const { question, batch } = acts;
  // What was changed may have left the filter; whether it was refused is told all the same.
  const known = useMemo(
    () => (batch === null ? byKey : new Map(queue.map((incident) => [incident.key, incident]))),
    [batch, byKey, queue],
  );
  const edited = editing?.keys.flatMap((key) => byKey.get(key) ?? []) ?? [];
  const element = (
    <>
      {batch === null ? null : (
        <ResultPanel batch={batch} byKey={known} onAgain={acts.again} onClose={acts.closeBatch} />
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
          subject={subjectOf([question.step.incident])}
          fields={question.fields}
          onKeep={acts.keepTheirs}
          onOverwrite={acts.overwrite}
        />
      )}
    </>
  );
  return {
    edit: (field, incidents) => (incidents === undefined ? editTargets(field) : edit(field, incidents)),
    assignToMe,
    copy,
    undoCommand: acts.undoCommand,
    element,
  };
}
