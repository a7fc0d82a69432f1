/** What an analyst asked for, as the body of a Graph PATCH. Only touched fields are named. */
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { verdictToGraph } from '@/lib/domain/incident/verdict';
import type { GraphAlertSeverity, GraphIncidentStatus } from '@/lib/wire/graph-security/enums';
import type { GraphIncidentUpdate } from '@/lib/wire/graph-security/incident';

const statuses = {
  new: 'active',
  inProgress: 'inProgress',
  resolved: 'resolved',
} as const satisfies Record<NonNullable<IncidentChanges['status']>, GraphIncidentStatus>;

const severities = {
  high: 'high',
  medium: 'medium',
  low: 'low',
  informational: 'informational',
} as const satisfies Record<NonNullable<IncidentChanges['severity']>, GraphAlertSeverity>;

/** A verdict that is taken back takes its note with it; one without a note leaves the note that is there. */
function closingNote(verdict: IncidentChanges['verdict']): GraphIncidentUpdate {
  if (verdict === undefined) return {};
  if (verdict.comment !== null) return { resolvingComment: verdict.comment };
  return verdict.classification === 'undetermined' ? { resolvingComment: null } : {};
}

/** `systemTags` are Microsoft's own and cannot be written; only the analysts' tags go out. */
export function toGraph(changes: IncidentChanges): GraphIncidentUpdate {
  return {
    ...(changes.status === undefined ? {} : { status: statuses[changes.status] }),
    ...(changes.severity === undefined ? {} : { severity: severities[changes.severity] }),
    // Any text, null means nobody; a user's or a group's, https://learn.microsoft.com/defender-xdr/manage-incidents.
    // https://learn.microsoft.com/graph/api/resources/security-incident#properties
    ...(changes.assignee === undefined ? {} : { assignedTo: changes.assignee?.name ?? null }),
    ...(changes.verdict === undefined ? {} : verdictToGraph(changes.verdict)),
    ...closingNote(changes.verdict),
    ...(changes.title === undefined ? {} : { displayName: changes.title }),
    ...(changes.tags === undefined
      ? {}
      : { customTags: changes.tags.filter((tag) => tag.origin === 'analyst').map((tag) => tag.name) }),
  };
}
