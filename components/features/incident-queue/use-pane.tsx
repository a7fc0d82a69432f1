/**
 * The pane of the incident under the cursor. The cursor moves at once and the pane follows when there is time, so holding
 * `j` draws no pane that nobody sees.
 */
'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { QueueActing } from '@/components/features/incident-queue/acts/use-queue-acts';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';

// Not there at the first look.
const SidePane = dynamic(
  () => import('@/components/features/incident-queue/pane/side-pane').then((file) => file.SidePane),
  { ssr: false },
);

export function usePane({
  current,
  me,
  acts,
  onClose,
}: {
  current: Incident | undefined;
  me: Assignee | undefined;
  acts: QueueActing;
  onClose: () => void;
}): ReactNode {
  // What is done is done by the acts of the latest drawing, whichever drawing the pane is of.
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const incident = useDeferredValue(current);
  return useMemo(
    () =>
      incident === undefined ? null : (
        <SidePane
          incident={incident}
          me={me}
          onEdit={(field, edited) => latest.current.edit(field, [edited])}
          onCopy={(form, copied) => latest.current.copy(form, copied)}
          onUndo={(commandId, what) => latest.current.undoCommand(commandId, what)}
          onClose={onClose}
        />
      ),
    [incident, me, onClose],
  );
}
