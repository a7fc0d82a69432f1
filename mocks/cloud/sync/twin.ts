/** The Sentinel incident that a Defender incident becomes when it arrives in the workspace. */
import { guidOf } from '@/lib/base/random';
import { carriedFields, toSentinel } from '@/mocks/cloud/sync/carry';
import { shownAlerts } from '@/mocks/cloud/sync/shown-alerts';
import { alertRuleResourceId } from '@/mocks/store/faces/arm-ids';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import {
  azurePortalProvider,
  noOwner,
  type SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** A Defender comment has no id; its place in the list is one, since comments are only ever added. */
export const carriedCommentName = (graphId: string, index: number): string =>
  guidOf(`sentinel-comment/${graphId}/${index}`);

export function twinOf(
  store: Store,
  incident: GraphIncidentRecord,
  arrival: { number: number; at: string; updatedAt: string },
): SentinelIncidentRecord {
  const alerts = store.alerts.pick(shownAlerts(store, incident, null));
  const times = alerts.map((alert) => alert.graph);
  const carried = toSentinel(incident, null, carriedFields, { directory: store.directory, keep: [] });
  const closed = carried.status === 'Closed';
  return {
    name: guidOf(`sentinel-incident/${store.seed}/${incident.id}`),
    number: arrival.number,
    fields: {
      title: carried.title ?? 'Untitled incident',
      description: incident.fields.description ?? null,
      severity: carried.severity ?? 'Informational',
      status: carried.status ?? 'New',
      classification: carried.classification ?? null,
      classificationReason: carried.classificationReason ?? null,
      classificationComment: carried.classificationComment ?? null,
      labels: carried.labels ?? [],
      owner: carried.owner ?? noOwner,
      firstActivityTimeUtc: earliest(times.map((alert) => alert.firstActivityDateTime)),
      lastActivityTimeUtc: latest(times.map((alert) => alert.lastActivityDateTime)),
    },
    comments: (incident.fields.comments ?? []).map((comment, index) => ({
      name: carriedCommentName(incident.id, index),
      message: comment.comment ?? '',
      author: { name: comment.createdByDisplayName ?? 'Unknown', email: null, objectId: null, userPrincipalName: null },
      createdAt: comment.createdDateTime,
      updatedAt: comment.createdDateTime,
      revision: 0,
    })),
    alertIds: alerts.map((alert) => alert.id),
    createdAt: arrival.at,
    updatedAt: arrival.updatedAt,
    closedAt: closed ? arrival.updatedAt : null,
    modifiedBy: 'Microsoft XDR',
    revision: 1,
    twin: incident.id,
    ...(store.connections.method() === 'azure' ? { providerName: azurePortalProvider } : {}),
    relatedAnalyticRuleIds: relatedRulesOf(alerts),
  };
}

/** The analytics rules that raised any of the alerts, as resource ids. */
export const relatedRulesOf = (alerts: readonly AlertRecord[]): string[] => [
  ...new Set(
    alerts.flatMap(({ graph: { serviceSource, detectorId } }) =>
      serviceSource === 'microsoftSentinel' && detectorId ? [alertRuleResourceId(detectorId)] : [],
    ),
  ),
];

const earliest = (times: readonly (string | null | undefined)[]): string | null =>
  times.flatMap((time) => time ?? []).sort()[0] ?? null;
const latest = (times: readonly (string | null | undefined)[]): string | null =>
  times
    .flatMap((time) => time ?? [])
    .sort()
    .at(-1) ?? null;
