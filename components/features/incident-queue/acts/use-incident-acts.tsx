/** Everything that an analyst does in the incident queue, as one thing: what bar, rows and pane call, and what is drawn for it. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { incidentActs, type OwnField } from '@/components/features/incident-queue/acts/incident-acts';
import { type CopiedForm, useCopying } from '@/components/features/incident-queue/acts/use-copying';
import { useIncidentCalls } from '@/components/features/incident-queue/acts/use-incident-calls';
import { focusRows } from '@/components/grid/step-row';
import { namesOf } from '@/components/queue/acts/act-noun';
import { ActsOutlet } from '@/components/queue/acts/acts-outlet';
import { useActKeys } from '@/components/queue/acts/use-act-keys';
import { type ActingOptions, useActing } from '@/components/queue/acts/use-acting';
import type { SharedField } from '@/components/queue/acts/use-editing';
import { announce } from '@/components/ui/announcer';
import { patiently } from '@/components/ui/patiently';
import type { Shortcut } from '@/components/ui/shortcut-registry';
import { showToast } from '@/components/ui/toast';
import { portalUrl } from '@/components/vocabulary/portal-url';
import { isClear } from '@/components/vocabulary/preflight-notes';
import { severityWords } from '@/components/vocabulary/severity';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { regroupQueries } from '@/lib/queries/regroup';

// No editor is there at the first look.
const OwnEditor = dynamic(
  () => patiently(() => import('@/components/features/incident-queue/acts/own-editor')).then((file) => file.OwnEditor),
  { ssr: false },
);

export type EditedField = SharedField | OwnField;

export type IncidentActing = {
  /** Opens the editor of a field of these incidents, else of the selection or the row under the cursor. */
  edit: (field: EditedField, incidents?: readonly Incident[]) => void;
  assignToMe: (() => void) | undefined;
  copy: (form: CopiedForm, incidents: readonly Incident[]) => void;
  undoCommand: (commandId: string, what: string) => void;
  /** Menus, dialogs and the list of what did not work; drawn once, below the rows. */
  element: ReactNode;
};

/** The server looks at no more at once. */
const mostPreviewed = 10;

const severities = [
  { letter: 'h', severity: 'high' },
  { letter: 'm', severity: 'medium' },
  { letter: 'l', severity: 'low' },
  { letter: 'i', severity: 'informational' },
] as const;

function tellHowManyMerge(count: number): void {
  showToast(`Select two to ${mostPreviewed} incidents to merge`, {
    tone: 'error',
    id: 'triage',
    detail: `${count === 1 ? 'One is' : `${count} are`} meant now.`,
  });
}

export function useIncidentActs(
  options: Omit<ActingOptions<Incident, IncidentChanges>, 'noun' | 'calls'>,
  all: readonly Incident[],
): IncidentActing {
  const { current } = options.queue;
  const client = useQueryClient();
  const acting = useActing<Incident, IncidentChanges, OwnField>({
    ...options,
    noun: incidentActs,
    calls: useIncidentCalls(),
  });
  const { acts, withTargets, change } = acting;
  const copyOf = useCopying();

  /** Two keys close at once when nothing is open; else the question comes, with what is open and the class chosen. */
  const resolveAs = (classification: Classification) =>
    withTargets((incidents) => {
      const ask = () => acting.edit('resolve', incidents, classification);
      announce(`Looking for open tasks of ${namesOf(incidentActs, incidents)}`);
      client.fetchQuery(regroupQueries.closePreflight(incidents.map(({ key }) => key))).then(
        (preflights) => {
          if (preflights.every(isClear)) acting.resolveAs(incidents, classification);
          else ask();
        },
        // The question says itself that it could not be looked up.
        ask,
      );
    });
  const edit: IncidentActing['edit'] = (field, chosen) => {
    if (chosen !== undefined || field !== 'merge') acting.edit(field, chosen);
    else
      withTargets((incidents) => {
        if (incidents.length >= 2 && incidents.length <= mostPreviewed) acting.edit('merge', incidents);
        else tellHowManyMerge(incidents.length);
      });
  };
  const copy = (form: CopiedForm) => withTargets((incidents) => copyOf(form, incidents));
  const openPortal = (system: 'defender' | 'sentinel') => {
    const url = portalUrl(current?.[system]?.webUrl);
    if (url === null) announce('There is no such page');
    else window.open(url, '_blank', 'noopener');
  };
  const changing: Shortcut[] = [
    { keys: 'v', does: 'Change severity', run: () => edit('severity') },
    ...severities.map(({ letter, severity }) => ({
      keys: `v ${letter}`,
      does: `Severity: ${severityWords[severity]}`,
      run: () => change({ severity }),
    })),
    { keys: 't', does: 'Tag …', run: () => edit('tags') },
    { keys: 'm', does: 'Merge …', run: () => edit('merge') },
  ];
  const looking: Shortcut[] = [
    { keys: '', does: 'Copy indicators, defanged', run: () => copy('indicators') },
    { keys: '', does: 'Copy indicators, raw', run: () => copy('rawIndicators') },
    { keys: '', does: 'Open in Defender', run: () => openPortal('defender') },
    { keys: '', does: 'Open in Sentinel', run: () => openPortal('sentinel') },
  ];
  useActKeys(
    { ...acting.keys, edit, resolveAs, copy },
    { title: 'Triage', one: 'incident', changing, looking, about: acting.about },
  );
  return {
    edit,
    assignToMe: acting.assignToMe,
    copy: copyOf,
    undoCommand: acts.undoCommand,
    element: (
      <ActsOutlet<Incident, IncidentChanges, OwnField>
        acting={acting}
        all={all}
        ownEditor={(editing, incidents) => (
          <OwnEditor
            editing={editing}
            incidents={incidents}
            all={all}
            onChange={(changes) => {
              acting.stop();
              acting.apply(incidents, changes);
            }}
            onChangeEach={acts.applyEach}
            onStop={acting.stop}
            onClosed={focusRows}
          />
        )}
      />
    ),
  };
}
