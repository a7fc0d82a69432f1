/** What acting upon incidents has to know of them. */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { ActNoun } from '@/components/queue/acts/act-noun';
import { changeWords } from '@/components/queue/acts/change-words';
import { createUndoStack } from '@/components/queue/acts/undo-stack';
import { severityWords } from '@/components/vocabulary/severity';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import { type Incident, type IncidentChanges, syncedFields } from '@/lib/domain/incident/incident';
import { systems } from '@/lib/domain/source/source';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentPath } from '@/lib/routes/paths';

/** The fields that only incidents have. */
export type OwnField = 'severity' | 'tags' | 'merge';

function obstacle(incident: Incident, changes: IncidentChanges): string | null {
  const rules = [
    changes.status === undefined ? null : incidentCan.changeStatus(incident),
    changes.severity === undefined ? null : incidentCan.changeSeverity(incident),
    changes.assignee === undefined ? null : incidentCan.assign(incident),
    changes.tags === undefined ? null : incidentCan.tag(incident),
    changes.verdict === undefined ? null : incidentCan.classify(incident),
  ];
  const refusal = rules.find((rule) => rule !== null && !rule.allowed);
  return refusal?.allowed === false ? refusal.reason : null;
}

function ownWords({ severity, tags }: IncidentChanges): string {
  if (severity !== undefined) return `severity ${severityWords[severity].toLowerCase()}`;
  return tags === undefined ? 'changed' : 'tagged';
}

export const incidentActs: ActNoun<Incident, IncidentChanges> = {
  one: 'incident',
  many: 'incidents',
  keyOf: ({ key }) => key,
  nameOf: incidentName,
  subjectOf: (incident) => `${incidentName(incident)} ${visibleText(incident.title)}`,
  pathOf: ({ key }) => incidentPath(key),
  statusOf: ({ status }) => status,
  assigneeOf: ({ assignee }) => assignee,
  systemsOf: (incidents) => systems.filter((system) => incidents.some((incident) => incident[system] !== null)),
  syncsOf: ({ sync }) => syncedFields.flatMap((field) => sync[field] ?? []),
  wants: (wanted) => wanted,
  changeWords: (changes) => changeWords(changes) ?? ownWords(changes),
  obstacle,
  noteObstacle: (incident) => {
    const can = incidentCan.comment(incident);
    return can.allowed ? null : can.reason;
  },
  can: { changeStatus: incidentCan.changeStatus, assign: incidentCan.assign },
  noteHint: (count) =>
    count === 1
      ? 'One comment. Defender keeps it where Defender knows the incident, else Sentinel.'
      : `The same comment on each of the ${count}.`,
  undoStack: createUndoStack(),
};
