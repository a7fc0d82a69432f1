/** Changing the incident: painted at once, undone from the toast, and said clearly when the console could not take it. */
import { showToast } from '@/components/ui/toast';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { currentValues } from '@/lib/domain/incident/paint';
import { useChangeIncident } from '@/lib/queries/change-incident';

/** `change({ status: 'inProgress' }, 'Set in progress')`. */
export type Triage = (changes: IncidentChanges, did: string) => void;

export function useTriage(incident: Incident): Triage {
  const { mutate } = useChangeIncident();
  const send = (changes: IncidentChanges, failed: string) =>
    mutate(
      { key: incident.key, changes },
      {
        onError: (error) =>
          showToast(failed, {
            tone: 'error',
            detail: error.message,
            action: { label: 'Try again', run: () => send(changes, failed) },
          }),
      },
    );
  return (changes, did) => {
    const before = currentValues(incident, changes);
    send(changes, `Not stored: ${did}`);
    const undoable = Object.keys(before).length > 0;
    showToast(did, {
      id: `triage-${incident.key}`,
      ...(undoable ? { action: { label: 'Undo', run: () => send(before, `Not undone: ${did}`) } } : {}),
    });
  };
}
