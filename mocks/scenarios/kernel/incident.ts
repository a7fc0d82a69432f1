/** From a telling and what became of it to the incident both systems show. */
import { createRandom, guidOf } from '@/lib/base/random';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelComment } from '@/lib/wire/sentinel/comment';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';
import { alertRuleId } from '@/mocks/company/azure';
import type { Company } from '@/mocks/company/company';
import { tenantIds, workspaceResourceId } from '@/mocks/company/tenant-ids';
import { sentinelProductName } from '@/mocks/scenarios/kernel/sentinel-face';
import { sentinelSeverity, sentinelStatus, sentinelVerdict } from '@/mocks/scenarios/kernel/sentinel-words';
import type { AlertSeed, Outcome, Telling } from '@/mocks/scenarios/kernel/story';
import { iso, minute } from '@/mocks/scenarios/kernel/time';

export type IncidentNumbers = {
  /** Defender's id; null when Defender doesn't know the incident. */
  readonly defenderId: string | null;
  /** Sentinel's number; null when it hasn't been synced. */
  readonly sentinelNumber: number | null;
};

function defenderUrl(id: string): string {
  return `https://security.microsoft.com/incidents/${id}?tid=${tenantIds.tenantId}`;
}

export function createdAtOf(telling: Telling, fallback: number): number {
  return telling.alerts.length === 0
    ? fallback
    : Math.min(...telling.alerts.map((alert) => Date.parse(alert.createdDateTime ?? iso(fallback))));
}

export function graphIncidentOf(
  telling: Telling,
  outcome: Outcome,
  defenderId: string,
  createdAt: number,
): GraphIncident {
  return {
    id: defenderId,
    displayName: telling.title,
    description: telling.description,
    createdDateTime: iso(createdAt),
    lastUpdateDateTime: iso(outcome.updatedAt),
    severity: outcome.severity,
    status: outcome.status,
    assignedTo: outcome.assignee,
    classification: outcome.verdict?.classification ?? null,
    determination: outcome.verdict?.determination ?? null,
    resolvingComment: outcome.verdict?.note ?? null,
    customTags: [...(telling.tags ?? [])],
    systemTags: outcome.status === 'redirected' ? ['Redirected'] : [],
    comments: outcome.comments.map((comment) => ({
      '@odata.type': '#microsoft.graph.security.alertComment',
      comment: comment.text,
      createdByDisplayName: comment.by,
      createdDateTime: iso(comment.at),
    })),
    incidentWebUrl: defenderUrl(defenderId),
    redirectIncidentId: outcome.redirectedTo,
    lastModifiedBy: outcome.assignee ?? 'API-Correlation',
    priorityScore: telling.priorityScore ?? priorityOf(telling, outcome, defenderId),
    summary: null,
    tenantId: tenantIds.tenantId,
  };
}

/** Defender's score: severity first, more products and more alerts a little higher. */
function priorityOf(telling: Telling, outcome: Outcome, key: string): number {
  const floor = { high: 62, medium: 34, low: 12, informational: 3 }[outcome.severity];
  const products = new Set(telling.alerts.map((alert) => alert.serviceSource)).size;
  return Math.min(
    100,
    floor + products * 6 + Math.min(8, telling.alerts.length) + createRandom(key, 'priority').int(8),
  );
}

/** The alerts of an incident as `$expand=alerts` shows them, with the incident's outcome carried to each. */
export function alertsOf(telling: Telling, outcome: Outcome, defenderId: string | null): GraphAlert[] {
  const count = telling.alerts.length;
  return telling.alerts.map((alert, index) => judged(alert, outcome, defenderId, count - 1 - index));
}

/** The service works through an incident's alerts one after the other; the incident itself comes last. */
const oneAlertMs = 5;

function judged(alert: AlertSeed, outcome: Outcome, defenderId: string | null, before: number): GraphAlert {
  const touchedAt = iso(Math.max(Date.parse(alert.createdDateTime ?? ''), outcome.updatedAt - before * oneAlertMs));
  const closed = outcome.status === 'resolved';
  const touched = closed || outcome.status === 'inProgress';
  return {
    ...alert,
    incidentId: defenderId,
    incidentWebUrl: defenderId === null ? null : defenderUrl(defenderId),
    status: closed ? 'resolved' : touched ? 'inProgress' : (alert.status ?? 'new'),
    assignedTo: outcome.assignee,
    classification: closed ? (outcome.verdict?.classification ?? null) : null,
    determination: closed ? (outcome.verdict?.determination ?? null) : null,
    resolvedDateTime: closed ? touchedAt : null,
    lastUpdateDateTime: touched ? touchedAt : (alert.lastUpdateDateTime ?? null),
  };
}

/** Sentinel's copy appears within five minutes of Defender's; when exactly hangs on the incident alone. */
export function syncedAt(createdAt: number, defenderId: string): number {
  return createdAt + minute + createRandom(defenderId, 'sync').int(3 * minute);
}

export type SentinelSide = IncidentNumbers & { readonly sentinelNumber: number; readonly createdAt: number };

export function sentinelIncidentOf(
  telling: Telling,
  outcome: Outcome,
  company: Company,
  side: SentinelSide,
): SentinelIncident {
  const { defenderId, sentinelNumber } = side;
  const name = guidOf(`contoso/sentinel-incident/${defenderId ?? `s${sentinelNumber}`}`);
  const id = `${workspaceResourceId}/providers/Microsoft.SecurityInsights/Incidents/${name}`;
  const createdAt = defenderId === null ? side.createdAt : syncedAt(side.createdAt, defenderId);
  const modifiedAt = Math.max(createdAt, outcome.updatedAt);
  const closed = outcome.status === 'resolved' || outcome.status === 'redirected';
  const owner = outcome.assignee === null ? null : company.person(outcome.assignee);
  const merged = outcome.redirectedTo;
  return {
    id,
    name,
    type: 'Microsoft.SecurityInsights/Incidents',
    etag: `"${createRandom(name, String(modifiedAt)).guid()}"`,
    properties: {
      title: telling.title,
      description: telling.description,
      severity: sentinelSeverity[outcome.severity],
      status: sentinelStatus[outcome.status],
      ...(closed ? sentinelVerdict(outcome.verdict) : {}),
      owner: {
        objectId: owner?.objectId ?? null,
        email: owner?.upn ?? null,
        assignedTo: owner?.displayName ?? null,
        userPrincipalName: owner?.upn ?? null,
      },
      labels: [
        ...(telling.tags ?? []).map((labelName) => ({ labelName, labelType: 'User' as const })),
        ...(merged === null ? [] : [{ labelName: 'Redirected', labelType: 'AutoAssigned' as const }]),
      ],
      ...activityWindow(telling.alerts),
      createdTimeUtc: iso(createdAt),
      lastModifiedTimeUtc: iso(modifiedAt),
      incidentNumber: sentinelNumber,
      incidentUrl: `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${id}`,
      providerName: defenderId === null ? 'Azure Sentinel' : 'Microsoft XDR',
      providerIncidentId: defenderId ?? String(sentinelNumber),
      relatedAnalyticRuleIds: relatedRules(telling.alerts),
      additionalData: {
        // Sentinel keeps at most 150 alerts of an incident.
        alertsCount: Math.min(150, telling.alerts.length),
        bookmarksCount: 0,
        commentsCount: outcome.comments.length,
        alertProductNames: [...new Set(telling.alerts.map((alert) => sentinelProductName(alert.serviceSource)))],
        tactics: [...new Set(telling.alerts.flatMap((alert) => alert.categories ?? []))],
        ...(defenderId === null ? {} : { providerIncidentUrl: defenderUrl(defenderId) }),
      },
    },
  };
}

function activityWindow(alerts: readonly AlertSeed[]) {
  const first = alerts.map((alert) => alert.firstActivityDateTime ?? '').sort()[0];
  const last = alerts
    .map((alert) => alert.lastActivityDateTime ?? '')
    .sort()
    .at(-1);
  return { firstActivityTimeUtc: first || null, lastActivityTimeUtc: last || null };
}

function relatedRules(alerts: readonly AlertSeed[]): string[] {
  const ours = alerts.filter((alert) => alert.serviceSource === 'microsoftSentinel');
  return [...new Set(ours.map((alert) => alertRuleId(alert.detectorId ?? '')))];
}

export function sentinelCommentsOf(outcome: Outcome, company: Company, incident: SentinelIncident): SentinelComment[] {
  return outcome.comments.map((comment, index) => {
    const author = company.people.find((person) => person.displayName === comment.by);
    const name = guidOf(`${incident.name}/comment/${index}`);
    return {
      id: `${incident.id}/Comments/${name}`,
      name,
      type: 'Microsoft.SecurityInsights/incidents/comments',
      etag: `"${guidOf(`${name}/etag`)}"`,
      properties: {
        message: comment.text,
        createdTimeUtc: iso(comment.at),
        lastModifiedTimeUtc: iso(comment.at),
        author: {
          name: comment.by,
          email: author?.upn ?? null,
          objectId: author?.objectId ?? null,
          userPrincipalName: author?.upn ?? null,
        },
      },
    };
  });
}
