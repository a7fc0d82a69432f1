/** What was changed in this tab, newest last, so that `u` can ask for the old values again. An undo is a command like any other. */
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { currentValues } from '@/lib/domain/incident/paint';

export type UndoStep = { what: string; changes: { key: string; changes: IncidentChanges }[] };

const mostSteps = 50;

export function createUndoStack() {
  const steps: UndoStep[] = [];
  return {
    /** Call before the change is painted: it keeps what the incidents show now. */
    remember(what: string, incidents: readonly Incident[], changes: IncidentChanges): void {
      steps.push({
        what,
        changes: incidents.map((incident) => ({ key: incident.key, changes: currentValues(incident, changes) })),
      });
      if (steps.length > mostSteps) steps.shift();
    },
    pop: (): UndoStep | undefined => steps.pop(),
  };
}
