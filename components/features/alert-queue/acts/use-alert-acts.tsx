/** Everything that an analyst does in the alert queue, as one thing: what bar, rows and pane call, and what is drawn for it. */
'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { alertActs, alertPath } from '@/components/features/alert-queue/acts/alert-acts';
import { useAlertCalls } from '@/components/features/alert-queue/acts/use-alert-calls';
import { siblingsPath } from '@/components/features/alert-queue/pane/alert-incident';
import { focusRows } from '@/components/grid/step-row';
import { ActsOutlet } from '@/components/queue/acts/acts-outlet';
import { useActKeys } from '@/components/queue/acts/use-act-keys';
import { type ActingOptions, useActing } from '@/components/queue/acts/use-acting';
import type { SharedField } from '@/components/queue/acts/use-editing';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { patiently } from '@/components/ui/patiently';
import { showToast } from '@/components/ui/toast';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { incidentPath } from '@/lib/routes/paths';

// No editor is there at the first look.
const ClosingEditor = dynamic(
  () =>
    patiently(() => import('@/components/features/alert-queue/acts/closing-editor')).then((file) => file.ClosingEditor),
  { ssr: false },
);

export type AlertActing = {
  /** Opens the editor of a field of these alerts, else of the selection or the row under the cursor. */
  edit: (field: SharedField, alerts?: readonly AlertRow[]) => void;
  assignToMe: (() => void) | undefined;
  /** Menus, dialogs and the list of what did not work; drawn once, below the rows. */
  element: ReactNode;
};

async function copyOf(form: 'link' | 'ids', alerts: readonly AlertRow[]): Promise<void> {
  const lines = alerts.map((alert) => (form === 'ids' ? alert.id : window.location.origin + alertPath(alert)));
  if (await copyText(lines.join('\n'))) showToast(form === 'link' ? 'Link copied' : 'Ids copied', { id: 'copied' });
}

export function useAlertActs(
  options: Omit<ActingOptions<AlertRow, AlertChanges>, 'noun' | 'calls'>,
  all: readonly AlertRow[],
): AlertActing {
  const { current } = options.queue;
  const router = useRouter();
  const acting = useActing<AlertRow, AlertChanges>({ ...options, noun: alertActs, calls: useAlertCalls() });
  const { withTargets, edit, stop } = acting;
  const toIncident = (path: (key: string) => string) => {
    if (current?.incidentKey == null) announce('The alert is in no incident');
    else router.push(path(current.incidentKey));
  };
  useActKeys(
    {
      ...acting.keys,
      edit,
      resolveAs: (classification) => withTargets((alerts) => acting.resolveAs(alerts, classification)),
      copy: (form) => withTargets((alerts) => void copyOf(form, alerts)),
    },
    {
      title: 'Alerts',
      one: 'alert',
      changing: [],
      looking: [
        { keys: 'i', does: 'Open its incident', run: () => toIncident(incidentPath) },
        { keys: 'I', does: 'Show all alerts of its incident', run: () => toIncident(siblingsPath) },
      ],
      about: acting.about,
    },
  );
  return {
    edit,
    assignToMe: acting.assignToMe,
    element: (
      <ActsOutlet
        acting={acting}
        all={all}
        ownEditor={(editing, alerts) => (
          <ClosingEditor
            alerts={alerts}
            classification={editing.classification}
            onResolve={(verdict) => {
              stop();
              acting.apply(alerts, { status: 'resolved', verdict });
            }}
            onClose={() => {
              stop();
              // After the dialog is gone: until then it keeps the focus inside.
              setTimeout(focusRows);
            }}
          />
        )}
      />
    ),
  };
}
