/**
 * Defender's correlation: a new alert joins an incident that is about the same user, device, address, mailbox or file,
 * or it makes one of its own. Why it joined is kept with the alert, in `additionalData`, the dictionary that Graph's
 * alert leaves open: `CorrelationReasons` in the members of `correlationReason`, `CorrelatedBy` with the entities.
 * https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation
 */
import type { GraphCorrelationReason } from '@/lib/wire/graph-security/correlation-reason';
import { graphAlertSeverities } from '@/lib/wire/graph-security/enums';
import type { SentinelGroupingConfiguration } from '@/lib/wire/sentinel/alert-rule-parts';
import { groupedIncident } from '@/mocks/cloud/correlation/rule-grouping';
import { type EntityKey, entityKeys, reasonOf, sharedKeys } from '@/mocks/cloud/correlation/shared-entities';
import { stagesTitle } from '@/mocks/cloud/correlation/stages-title';
import type { Actor } from '@/mocks/store/events';
import { defenderIncidentUrl } from '@/mocks/store/faces/arm-ids';
import { graphFieldsOf } from '@/mocks/store/load-story';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const correlation: Actor = { kind: 'cloud', name: 'API-Correlation' };
/** How long an incident stays interesting after it last changed. Microsoft doesn't say; a day is what it looks like. */
export const correlationWindowMs = 24 * 3_600_000;
/** What that many open incidents have in common connects nothing. */
const tooCommon = 12;

export type Placement = {
  /** The rule's own grouping; null when it has none. */
  grouping: SentinelGroupingConfiguration | null;
  /** Each alert stays alone with those of its rule's grouping. */
  excluded: boolean;
};

type Joined = { incident: GraphIncidentRecord; reasons: GraphCorrelationReason[]; by: readonly EntityKey[] };

const keysOf = (store: Store, incident: GraphIncidentRecord): EntityKey[] =>
  store.alerts.pick(incident.alertIds).flatMap(({ graph }) => entityKeys(graph));

function correlated(store: Store, alert: AlertRecord): Joined | undefined {
  const mine = entityKeys(alert.graph);
  if (mine.length === 0) return undefined;
  const since = new Date(store.clock.nowMs() - correlationWindowMs).toISOString();
  const open = [...store.graphIncidents.all()].filter(
    ({ fields }) =>
      fields.lastUpdateDateTime >= since && (fields.status === 'active' || fields.status === 'inProgress'),
  );
  const sharing = open.flatMap((incident) => {
    const by = sharedKeys(mine, keysOf(store, incident));
    return by.length > 0 && !isAlone(store, incident) ? [{ incident, by }] : [];
  });
  if (sharing.length === 0 || sharing.length > tooCommon) return undefined;
  const best = sharing.toSorted(
    (one, other) =>
      other.by.length - one.by.length ||
      other.incident.fields.lastUpdateDateTime.localeCompare(one.incident.fields.lastUpdateDateTime),
  )[0];
  return best && { ...best, reasons: [...new Set(best.by.map(({ kind }) => reasonOf[kind])), 'temporalProximity'] };
}

/** An incident of rules that are excluded takes nobody else's alerts. */
function isAlone(store: Store, incident: GraphIncidentRecord): boolean {
  return store.alerts
    .pick(incident.alertIds)
    .some(({ graph }) => graph.additionalData?.ExcludedFromCorrelation === true);
}

function groupedBy(store: Store, alert: AlertRecord, { grouping }: Placement): Joined | undefined {
  const incident = grouping ? groupedIncident(store, alert, grouping) : undefined;
  if (!incident) return undefined;
  const by = sharedKeys(entityKeys(alert.graph), keysOf(store, incident));
  return { incident, by, reasons: ['repeatedAlertOccurrence', ...new Set(by.map(({ kind }) => reasonOf[kind]))] };
}

function tell(alert: AlertRecord, incidentId: string, more: Record<string, unknown>): void {
  alert.graph = {
    ...alert.graph,
    incidentId,
    incidentWebUrl: defenderIncidentUrl(incidentId),
    additionalData: { ...alert.graph.additionalData, ...more },
  };
}

/** Adds the alert to the store, in the incident it belongs to; answers that one. */
export function placeAlert(store: Store, alert: AlertRecord, placement: Placement): GraphIncidentRecord {
  const alone = placement.excluded ? { ExcludedFromCorrelation: true } : {};
  const joined = groupedBy(store, alert, placement) ?? (placement.excluded ? undefined : correlated(store, alert));
  if (!joined) return newIncident(store, alert, alone);
  const { incident, reasons, by } = joined;
  tell(alert, incident.id, {
    ...alone,
    CorrelationReasons: reasons.join(', '),
    CorrelatedBy: by.map(({ kind, label }) => `${kind} ${label}`),
  });
  store.alerts.add(alert);
  store.graphIncidents.addAlert(incident, alert.id, correlation);
  const severer =
    graphAlertSeverities.indexOf(alert.graph.severity) > graphAlertSeverities.indexOf(incident.fields.severity);
  const displayName = newName(store, incident, alert);
  const changes = { ...(severer ? { severity: alert.graph.severity } : {}), ...(displayName && { displayName }) };
  if (Object.keys(changes).length > 0) store.graphIncidents.change(incident, changes, correlation);
  return incident;
}

/** Defender names anew what still has its first alert's name; what somebody named stays, and so does more of the same. */
function newName(store: Store, incident: GraphIncidentRecord, joining: AlertRecord): string | undefined {
  const alerts = store.alerts.pick(incident.alertIds);
  const [first] = alerts;
  const isFirsts = first !== undefined && incident.fields.displayName === titleOf(first);
  return isFirsts && joining.graph.title !== first.graph.title ? stagesTitle(alerts) : undefined;
}

const titleOf = (alert: AlertRecord): string => {
  const entity = entityKeys(alert.graph).find(({ kind }) => kind === 'user' || kind === 'device');
  const title = alert.graph.title ?? 'Alert';
  return entity && !title.includes(entity.label) ? `${title} involving one ${entity.kind}` : title;
};

const floor = { high: 62, medium: 34, low: 12, informational: 3, unknown: 3, unknownFutureValue: 3 } as const;

function newIncident(store: Store, alert: AlertRecord, more: Record<string, unknown>): GraphIncidentRecord {
  const id = store.graphIncidents.nextId();
  const at = store.clock.iso();
  tell(alert, id, more);
  const fields = graphFieldsOf({
    id,
    displayName: titleOf(alert),
    description: alert.graph.description ?? null,
    createdDateTime: at,
    lastUpdateDateTime: at,
    lastModifiedBy: correlation.name,
    severity: alert.graph.severity,
    status: 'active',
    priorityScore: floor[alert.graph.severity] + Math.min(20, (alert.graph.evidence ?? []).length * 2),
    incidentWebUrl: defenderIncidentUrl(id),
    tenantId: tenantFacts.tenantId,
  });
  const incident: GraphIncidentRecord = { id, fields, alertIds: [alert.id], twin: null };
  store.alerts.add(alert);
  store.graphIncidents.add(incident);
  return incident;
}
