/**
 * Evolvable enums: members declared after `unknownFutureValue` only go to clients that ask for them with
 * `Prefer: include-unknown-enum-members`; everyone else gets `unknownFutureValue`, on every page anew.
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import { graphDetectionSources, graphIncidentStatuses, graphServiceSources } from '@/lib/wire/graph-security/enums';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import { graphEvidenceRemediationStatuses } from '@/lib/wire/graph-security/evidence-enums';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export const wantsNewerMembers = (request: Request): boolean =>
  (request.headers.get('prefer') ?? '').toLowerCase().includes('include-unknown-enum-members');

/** One member as those see it who didn't ask for the newer ones. */
export function olderMember<Member extends string>(
  value: Member,
  members: readonly (Member | 'unknownFutureValue')[],
): Member | 'unknownFutureValue' {
  const border = members.indexOf('unknownFutureValue');
  return border !== -1 && members.indexOf(value) > border ? 'unknownFutureValue' : value;
}

function olderEvidence<One extends GraphEvidence>(evidence: One): One {
  return { ...evidence, remediationStatus: olderMember(evidence.remediationStatus, graphEvidenceRemediationStatuses) };
}

export function olderAlert(alert: GraphAlert): GraphAlert {
  return {
    ...alert,
    serviceSource: olderMember(alert.serviceSource, graphServiceSources),
    ...(alert.detectionSource ? { detectionSource: olderMember(alert.detectionSource, graphDetectionSources) } : {}),
    ...(alert.evidence ? { evidence: alert.evidence.map(olderEvidence) } : {}),
  };
}

export function olderIncident(incident: GraphIncident): GraphIncident {
  return {
    ...incident,
    status: olderMember(incident.status, graphIncidentStatuses),
    ...(incident.alerts ? { alerts: incident.alerts.map(olderAlert) } : {}),
  };
}

/** The wire's schemas read a member they don't know as `unknownFutureValue`; nobody may write that. */
export function refuseUnknownMembers(wanted: Readonly<Record<string, unknown>>): void {
  const [name] = Object.entries(wanted).find(([, value]) => value === 'unknownFutureValue') ?? [];
  if (name !== undefined)
    throw new Refusal(400, 'BadRequest', `Invalid value for '${name}': not a member of the enumeration.`);
}
