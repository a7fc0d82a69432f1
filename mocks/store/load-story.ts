/** Puts an incident that a story tells into the store, with what the logs say about its past. */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelComment } from '@/lib/wire/sentinel/comment';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';
import type { LogBatch } from '@/mocks/company/log-row';
import type { StoryIncident } from '@/mocks/scenarios/kernel/story';
import { huntingAlertRows, securityAlertRow } from '@/mocks/store/faces/alert-rows';
import { securityIncidentRow } from '@/mocks/store/faces/incident-row';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentFields, GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import { alertRecordOf } from '@/mocks/store/records/new-alert';
import {
  noOwner,
  type SentinelCommentRecord,
  type SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** Sentinel shows at most this many alerts of an incident. */
export const sentinelAlertLimit = 150;

export function graphFieldsOf(graph: GraphIncident): GraphIncidentFields {
  return {
    id: graph.id,
    assignedTo: graph.assignedTo ?? null,
    classification: graph.classification ?? 'unknown',
    comments: graph.comments ?? [],
    createdDateTime: graph.createdDateTime,
    customTags: graph.customTags ?? [],
    description: graph.description ?? null,
    determination: graph.determination ?? 'unknown',
    displayName: graph.displayName ?? null,
    incidentWebUrl: graph.incidentWebUrl ?? null,
    lastModifiedBy: graph.lastModifiedBy ?? null,
    lastUpdateDateTime: graph.lastUpdateDateTime,
    priorityScore: graph.priorityScore ?? null,
    redirectIncidentId: graph.redirectIncidentId ?? null,
    resolvingComment: graph.resolvingComment ?? null,
    severity: graph.severity,
    status: graph.status,
    summary: graph.summary ?? null,
    systemTags: graph.systemTags ?? [],
    tenantId: graph.tenantId ?? null,
  };
}

function commentRecordOf({ name, properties }: SentinelComment, createdAt: string): SentinelCommentRecord {
  const { author } = properties;
  return {
    name,
    message: properties.message,
    author: {
      name: author?.name ?? 'Unknown',
      email: author?.email ?? null,
      objectId: author?.objectId ?? null,
      userPrincipalName: author?.userPrincipalName ?? null,
    },
    createdAt: properties.createdTimeUtc ?? createdAt,
    updatedAt: properties.lastModifiedTimeUtc ?? createdAt,
    revision: 0,
  };
}

function sentinelRecordOf(
  { name, properties }: SentinelIncident,
  comments: readonly SentinelComment[],
  alertIds: string[],
): SentinelIncidentRecord {
  const closed = properties.status === 'Closed';
  return {
    name,
    number: properties.incidentNumber,
    fields: {
      title: properties.title,
      description: properties.description ?? null,
      severity: properties.severity,
      status: properties.status,
      classification: properties.classification ?? null,
      classificationReason: properties.classificationReason ?? null,
      classificationComment: properties.classificationComment ?? null,
      labels: properties.labels ?? [],
      owner: {
        objectId: properties.owner?.objectId ?? null,
        email: properties.owner?.email ?? null,
        assignedTo: properties.owner?.assignedTo ?? null,
        userPrincipalName: properties.owner?.userPrincipalName ?? null,
        ownerType: properties.owner?.objectId ? 'User' : noOwner.ownerType,
      },
      firstActivityTimeUtc: properties.firstActivityTimeUtc ?? null,
      lastActivityTimeUtc: properties.lastActivityTimeUtc ?? null,
    },
    comments: comments.map((comment) => commentRecordOf(comment, properties.createdTimeUtc)),
    alertIds,
    createdAt: properties.createdTimeUtc,
    updatedAt: properties.lastModifiedTimeUtc,
    closedAt: closed ? properties.lastModifiedTimeUtc : null,
    modifiedBy: properties.providerName ?? 'Microsoft XDR',
    revision: properties.lastModifiedTimeUtc === properties.createdTimeUtc ? 1 : 2,
    twin: properties.providerName === 'Microsoft XDR' ? (properties.providerIncidentId ?? null) : null,
    relatedAnalyticRuleIds: [...(properties.relatedAnalyticRuleIds ?? [])],
  };
}

/** What the incident's first row in the log said: new, nobody's, unjudged. */
function firstState(record: SentinelIncidentRecord): SentinelIncidentRecord {
  return {
    ...record,
    fields: {
      ...record.fields,
      status: 'New',
      owner: noOwner,
      classification: null,
      classificationReason: null,
      classificationComment: null,
    },
    comments: [],
    updatedAt: record.createdAt,
    closedAt: null,
    modifiedBy: 'Microsoft XDR',
  };
}

/** Made when the logs are written, which may be never: of what was there at the start, whatever has changed since. */
function* pastOf(alerts: readonly AlertRecord[], sentinel: SentinelIncidentRecord | null): Generator<LogBatch> {
  const inSentinel = sentinel ? alerts.slice(0, sentinelAlertLimit) : [];
  for (const alert of alerts) if (alert.inGraph) yield* huntingAlertRows(alert);
  for (const alert of inSentinel) yield securityAlertRow(alert, alert.graph.createdDateTime ?? '');
  if (!sentinel) return;
  if (sentinel.updatedAt !== sentinel.createdAt) yield securityIncidentRow(firstState(sentinel), inSentinel);
  yield securityIncidentRow(sentinel, inSentinel);
}

/** A record as it is now. Its graph, fields and lists are replaced when they change, never written into; comments are. */
const still = (sentinel: SentinelIncidentRecord): SentinelIncidentRecord => ({
  ...sentinel,
  comments: sentinel.comments.map((comment) => ({ ...comment })),
});

/** Adds the records; answers the rows that the logs have of them. */
export function loadStory(store: Store, story: StoryIncident): Iterable<LogBatch> {
  const alerts = story.alerts.map((alert) => alertRecordOf(alert, story.graph !== null));
  const alertIds = alerts.map((alert) => alert.id);
  for (const alert of alerts) store.alerts.add(alert);
  const sentinel = story.sentinel
    ? sentinelRecordOf(story.sentinel, story.sentinelComments, alertIds.slice(0, sentinelAlertLimit))
    : null;
  if (story.graph) {
    const graph: GraphIncidentRecord = {
      id: story.graph.id,
      fields: graphFieldsOf(story.graph),
      alertIds,
      twin: sentinel?.name ?? null,
    };
    store.graphIncidents.add(graph);
  }
  if (sentinel) store.sentinelIncidents.add(sentinel);
  return pastOf(
    alerts.map((alert) => ({ ...alert })),
    sentinel && still(sentinel),
  );
}
