/** What a change is called when it is told, and the rule that stands in its way. */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { severityWords } from '@/components/vocabulary/severity';
import { statusWords } from '@/components/vocabulary/status';
import { classificationWords } from '@/components/vocabulary/verdict-words';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

/** `resolved as false positive`, `assigned to Maya Chen`: what a change does, after the incident's name. */
export function changeWords({ status, severity, assignee, verdict, tags }: IncidentChanges): string {
  const as = verdict === undefined ? '' : ` as ${classificationWords[verdict.classification].name.toLowerCase()}`;
  if (status !== undefined) return `${statusWords[status].toLowerCase()}${as}`;
  if (severity !== undefined) return `severity ${severityWords[severity].toLowerCase()}`;
  if (assignee === null) return 'unassigned';
  if (assignee !== undefined) return `assigned to ${visibleText(assignee.displayName ?? assignee.name)}`;
  if (tags !== undefined) return 'tagged';
  return verdict === undefined ? 'changed' : `classified${as}`;
}

/** The first rule that stands in the way of a change, in words; null when there is none. */
export function obstacle(incident: Incident, changes: IncidentChanges): string | null {
  const rules = [
    changes.status === undefined ? null : incidentCan.changeStatus(incident),
    changes.severity === undefined ? null : incidentCan.changeSeverity(incident),
    changes.assignee === undefined ? null : incidentCan.assign(incident),
    changes.tags === undefined ? null : incidentCan.tag(incident),
    changes.verdict === undefined ? null : incidentCan.classify(incident),
  ];
  const refusal = rules.find((rule) => rule !== null && !rule.allowed);
  return refusal?.allowed === false ? `${incidentName(incident)}: ${refusal.reason}` : null;
}
