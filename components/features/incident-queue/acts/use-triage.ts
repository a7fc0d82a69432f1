/** Changing incidents: painted at once, one command each, with a word about it and a way back. */
'use client';
import { useState } from 'react';
import { incidentName, incidentsName } from '@/components/features/incident-queue/acts/incident-name';
import { createUndoStack } from '@/components/features/incident-queue/acts/undo-stack';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';
import { useChangeIncident } from '@/lib/queries/change-incident';

export type Triage = {
  apply: (incidents: readonly Incident[], changes: IncidentChanges) => void;
  undo: () => void;
};

/** `resolved`, `assigned to Maya Chen`: what a change does, after the incident's name. */
export function changeWords(changes: IncidentChanges): string {
  if (changes.status !== undefined) return statusWords[changes.status].toLowerCase();
  if (changes.severity !== undefined) return `severity ${severityWords[changes.severity].toLowerCase()}`;
  if (changes.assignee === null) return 'unassigned';
  if (changes.assignee !== undefined)
    return `assigned to ${visibleText(changes.assignee.displayName ?? changes.assignee.name)}`;
  return 'changed';
}

/** The first rule that stands in the way of a change, in words; null when there is none. */
function obstacle(incident: Incident, changes: IncidentChanges): string | null {
  const rules = [
    changes.status === undefined ? null : incidentCan.changeStatus(incident),
    changes.severity === undefined ? null : incidentCan.changeSeverity(incident),
    changes.assignee === undefined ? null : incidentCan.assign(incident),
  ];
  const refusal = rules.find((rule) => rule !== null && !rule.allowed);
  return refusal?.allowed === false ? `${incidentName(incident)}: ${refusal.reason}` : null;
}

export function useTriage(): Triage {
  const change = useChangeIncident();
  const [undoStack] = useState(createUndoStack);

  const send = (commands: readonly { key: string; changes: IncidentChanges }[]) => {
    for (const command of commands) {
      change.mutateAsync(command).catch((error: unknown) => {
        showToast('The console could not keep the change', {
          tone: 'error',
          detail: error instanceof Error ? error.message : String(error),
          action: { label: 'Try again', run: () => send([command]) },
        });
      });
    }
  };

  const undo = () => {
    const step = undoStack.pop();
    if (step === undefined) {
      showToast('Nothing to undo', { id: 'triage' });
      return;
    }
    send(step.changes);
    showToast(`Undone: ${step.what}`, { id: 'triage' });
  };

  const apply: Triage['apply'] = (incidents, changes) => {
    const obstacles = incidents.flatMap((incident) => obstacle(incident, changes) ?? []);
    const possible = incidents.filter((incident) => obstacle(incident, changes) === null);
    const [obstructed] = obstacles;
    if (obstructed !== undefined)
      showToast(obstacles.length === 1 ? 'Not changed' : `${obstacles.length} incidents were not changed`, {
        tone: 'error',
        detail: obstructed,
      });
    if (possible.length === 0) return;
    const what = `${incidentsName(possible)} ${changeWords(changes)}`;
    undoStack.remember(what, possible, changes);
    send(possible.map(({ key }) => ({ key, changes })));
    showToast(what, { id: 'triage', action: { label: 'Undo', run: undo } });
    announce(what);
  };

  return { apply, undo };
}
