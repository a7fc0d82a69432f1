/**
 * What Defender does when incidents are put together or alerts go elsewhere. Of merged incidents one survives and takes
 * the alerts and tags of the others, which end as redirected; their comments stay where they were written.
 * https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation#incident-correlation-and-merging
 */
import type { GraphCorrelationReason } from '@/lib/wire/graph-security/correlation-reason';
import { type GraphAlertSeverity, graphAlertSeverities } from '@/lib/wire/graph-security/enums';
import type { Actor } from '@/mocks/store/events';
import { graphFieldsOf } from '@/mocks/store/load-story';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export type Regrouping = {
  reasons: readonly GraphCorrelationReason[];
  /** Merging: goes to the incident that survives. Moving: to every alert. */
  comment: string | null;
  by: Actor;
};

const incidentUrl = (id: string): string =>
  `https://security.microsoft.com/incidents/${id}?tid=${tenantFacts.tenantId}`;

const highest = (severities: readonly GraphAlertSeverity[]): GraphAlertSeverity =>
  severities.toSorted((left, right) => graphAlertSeverities.indexOf(right) - graphAlertSeverities.indexOf(left))[0] ??
  'unknown';

/**
 * The alert says where it belongs now and why. Graph's alert has no property for the reason; `additionalData` is the
 * dictionary it leaves open for more.
 */
function place(store: Store, alert: AlertRecord, incidentId: string, { reasons, by }: Regrouping): void {
  const CorrelationReasons = reasons.join(', ');
  const known = alert.graph.additionalData ?? {};
  const additionalData = reasons.length > 0 ? { additionalData: { ...known, CorrelationReasons } } : {};
  store.alerts.change(alert, { incidentId, incidentWebUrl: incidentUrl(incidentId), ...additionalData }, by);
}

function redirect(store: Store, incident: GraphIncidentRecord, toId: string, by: Actor): void {
  const systemTags = [...new Set([...(incident.fields.systemTags ?? []), 'Redirected'])];
  store.graphIncidents.change(incident, { status: 'redirected', redirectIncidentId: toId, systemTags }, by);
}

/** Defender decides the direction: an open incident before a resolved one, then the oldest. */
function survivorOf(incidents: readonly [GraphIncidentRecord, ...GraphIncidentRecord[]]): GraphIncidentRecord {
  const rank = ({ id, fields }: GraphIncidentRecord): string =>
    `${fields.status === 'resolved' ? 1 : 0} ${fields.createdDateTime} ${id.padStart(20, '0')}`;
  return incidents.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1))[0] ?? incidents[0];
}

/** Merges incidents that may be merged; answers the one that is left. */
export function mergeIncidents(
  store: Store,
  incidents: readonly [GraphIncidentRecord, ...GraphIncidentRecord[]],
  how: Regrouping,
): GraphIncidentRecord {
  const target = survivorOf(incidents);
  const sources = incidents.filter((incident) => incident !== target);
  const said = <Value>(read: (incident: GraphIncidentRecord) => Value): Value[] => [target, ...sources].map(read);
  const judged = <Value>(values: readonly (Value | null | undefined)[]): Value | undefined =>
    values.find((value): value is Value => value !== null && value !== undefined && value !== 'unknown');
  const assignedTo = judged(said(({ fields }) => fields.assignedTo));
  const classification = judged(said(({ fields }) => fields.classification));
  const determination = judged(said(({ fields }) => fields.determination));
  for (const source of sources) {
    for (const alert of store.alerts.pick(source.alertIds)) place(store, alert, target.id, how);
  }
  store.graphIncidents.setAlerts(target, [...new Set(said(({ alertIds }) => alertIds).flat())], how.by);
  store.graphIncidents.change(
    target,
    {
      severity: highest(said(({ fields }) => fields.severity)),
      customTags: [...new Set(said(({ fields }) => fields.customTags ?? []).flat())],
      ...(assignedTo ? { assignedTo } : {}),
      ...(classification ? { classification } : {}),
      ...(determination ? { determination } : {}),
    },
    how.by,
  );
  if (how.comment) store.graphIncidents.comment(target, how.comment, how.by);
  for (const source of sources) {
    store.graphIncidents.setAlerts(source, [], how.by);
    redirect(store, source, target.id, how.by);
  }
  return target;
}

function newIncident(store: Store, alerts: readonly AlertRecord[], by: Actor): GraphIncidentRecord {
  const id = store.graphIncidents.nextId();
  const at = store.clock.iso();
  const [first] = alerts;
  const fields = graphFieldsOf({
    id,
    displayName: first?.graph.title ?? null,
    description: first?.graph.description ?? null,
    createdDateTime: at,
    lastUpdateDateTime: at,
    lastModifiedBy: by.name,
    severity: highest(alerts.map(({ graph }) => graph.severity)),
    status: 'active',
    incidentWebUrl: incidentUrl(id),
    tenantId: tenantFacts.tenantId,
  });
  return { id, fields, alertIds: [], twin: null };
}

/**
 * Moves alerts to an incident, or to a new one; answers where they are. An incident that is left without alerts has
 * nothing more to say and redirects to where they went.
 */
export function moveAlerts(
  store: Store,
  alerts: readonly AlertRecord[],
  target: GraphIncidentRecord | null,
  how: Regrouping,
): GraphIncidentRecord {
  const into = target ?? newIncident(store, alerts, how.by);
  const moved = alerts.filter((alert) => !into.alertIds.includes(alert.id));
  const ids = new Set(moved.map(({ id }) => id));
  const left = [...new Set(moved.flatMap(({ graph }) => graph.incidentId ?? []))].flatMap(
    (id) => store.graphIncidents.byId(id) ?? [],
  );
  for (const alert of moved) {
    place(store, alert, into.id, how);
    if (how.comment) store.alerts.comment(alert, how.comment, how.by);
  }
  if (target) store.graphIncidents.setAlerts(into, [...into.alertIds, ...ids], how.by);
  else {
    into.alertIds.push(...ids);
    store.graphIncidents.add(into);
  }
  for (const source of left) {
    store.graphIncidents.setAlerts(
      source,
      source.alertIds.filter((id) => !ids.has(id)),
      how.by,
    );
    if (source.alertIds.length === 0) redirect(store, source, into.id, how.by);
  }
  return into;
}
