/**
 * What an analyst asked for, as the body of a Sentinel PUT. A PUT replaces every property that can be written, so the
 * body starts from the incident just read, and carries its etag: a stale one is refused with 409 instead of overwriting.
 */
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { verdictToSentinel } from '@/lib/domain/incident/verdict';
import type {
  SentinelIncident,
  SentinelIncidentRequest,
  SentinelIncidentSeverity,
  SentinelIncidentStatus,
  SentinelLabel,
  SentinelOwner,
} from '@/lib/wire/sentinel/incident';

const statuses = {
  new: 'New',
  inProgress: 'Active',
  resolved: 'Closed',
} as const satisfies Record<NonNullable<IncidentChanges['status']>, SentinelIncidentStatus>;

const severities = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
} as const satisfies Record<NonNullable<IncidentChanges['severity']>, SentinelIncidentSeverity>;

const nobody: SentinelOwner = { objectId: null, assignedTo: null, email: null, userPrincipalName: null };

/** Groups have no principal name, and say that they are groups. https://learn.microsoft.com/rest/api/securityinsights/incidents */
function ownerOf(assignee: IncidentChanges['assignee']): SentinelOwner {
  if (!assignee) return nobody;
  const { name, displayName, objectId, isGroup } = assignee;
  return {
    objectId,
    assignedTo: displayName ?? name,
    userPrincipalName: isGroup ? null : name,
    email: name.includes('@') ? name : null,
    ...(isGroup ? { ownerType: 'Group' } : {}),
  };
}

/** Labels that a service attached stay; the analysts' are replaced. `labelType` is read-only and not sent for new ones. */
function labelsOf(current: readonly SentinelLabel[], changes: IncidentChanges): SentinelLabel[] {
  const kept = current.filter((label) => label.labelType === 'AutoAssigned');
  const wanted = (changes.tags ?? []).filter((tag) => tag.origin === 'analyst');
  return [...kept, ...wanted.map((tag) => ({ labelName: tag.name, labelType: 'User' as const }))];
}

export function toSentinel(current: SentinelIncident, changes: IncidentChanges): SentinelIncidentRequest {
  const was = current.properties;
  const status = changes.status === undefined ? was.status : statuses[changes.status];
  const reopened = was.status === 'Closed' && status !== 'Closed' && changes.verdict === undefined;
  const verdict =
    changes.verdict !== undefined
      ? { ...verdictToSentinel(changes.verdict), classificationComment: changes.verdict.comment }
      : {
          // Closing needs a classification; an open incident carries none.
          classification: reopened
            ? undefined
            : (was.classification ?? (status === 'Closed' ? 'Undetermined' : undefined)),
          classificationReason: reopened ? undefined : was.classificationReason,
          classificationComment: reopened ? undefined : was.classificationComment,
        };
  return {
    etag: current.etag,
    properties: {
      title: changes.title ?? was.title,
      description: was.description,
      firstActivityTimeUtc: was.firstActivityTimeUtc,
      lastActivityTimeUtc: was.lastActivityTimeUtc,
      severity: changes.severity === undefined ? was.severity : severities[changes.severity],
      status,
      ...verdict,
      owner: changes.assignee === undefined ? (was.owner ?? nobody) : ownerOf(changes.assignee),
      labels: changes.tags === undefined ? (was.labels ?? []) : labelsOf(was.labels ?? [], changes),
    },
  };
}
