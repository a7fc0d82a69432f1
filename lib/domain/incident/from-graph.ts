/** Graph's incident in our words. Every enum is mapped completely: a new Microsoft value does not compile until it is. */
import type { DefenderFace } from '@/lib/domain/incident/face';
import type { Assignee, IncidentStatus, Severity } from '@/lib/domain/incident/incident';
import { verdictFromGraph } from '@/lib/domain/incident/verdict';
import { utc } from '@/lib/domain/text/utc';
import type { GraphAlertSeverity, GraphIncidentStatus } from '@/lib/wire/graph-security/enums';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';

const statuses = {
  active: 'new',
  inProgress: 'inProgress',
  awaitingAction: 'awaitingAction',
  resolved: 'resolved',
  redirected: 'redirected',
  // A status newer than this code is certainly not a closed one we know; showing it as open keeps it in the queue.
  unknownFutureValue: 'new',
} as const satisfies Record<GraphIncidentStatus, IncidentStatus>;

const severities = {
  unknown: 'unknown',
  informational: 'informational',
  low: 'low',
  medium: 'medium',
  high: 'high',
  unknownFutureValue: 'unknown',
} as const satisfies Record<GraphAlertSeverity, Severity>;

/** Also used for alerts, which share the enum. */
export function severityFromGraph(severity: GraphAlertSeverity): Severity {
  return severities[severity];
}

/** `assignedTo` is free text, in practice a UPN. https://learn.microsoft.com/graph/api/resources/security-incident */
export function assigneeFromGraph(assignedTo: string | null | undefined): Assignee | null {
  const name = assignedTo?.trim();
  return name ? { name, displayName: null, objectId: null } : null;
}

export function fromGraph(incident: GraphIncident): DefenderFace {
  const updatedAt = utc(incident.lastUpdateDateTime);
  return {
    copy: { id: incident.id, webUrl: incident.incidentWebUrl ?? '', updatedAt },
    title: incident.displayName ?? `Incident ${incident.id}`,
    description: incident.description || null,
    status: statuses[incident.status],
    severity: severities[incident.severity],
    verdict: verdictFromGraph(incident.classification, incident.determination, incident.resolvingComment),
    assignee: assigneeFromGraph(incident.assignedTo),
    tags: [
      ...(incident.customTags ?? []).map((name) => ({ name, origin: 'analyst' as const })),
      ...(incident.systemTags ?? []).map((name) => ({ name, origin: 'system' as const })),
    ],
    createdAt: utc(incident.createdDateTime),
    updatedAt,
    modifiedBy: incident.lastModifiedBy || null,
    priorityScore: incident.priorityScore ?? null,
    redirectedTo: incident.redirectIncidentId || null,
  };
}
