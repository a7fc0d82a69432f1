/**
 * Incidents that the workspace makes of alerts by itself, as it did before Defender made them: each alert joins one of
 * the same rule that its grouping finds, or becomes one. Defender never hears of these.
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { guidOf } from '@/lib/base/random';
import type { SentinelGroupingConfiguration } from '@/lib/wire/sentinel/alert-rule-parts';
import { isGrouped } from '@/mocks/cloud/correlation/rule-grouping';
import type { Actor } from '@/mocks/store/events';
import { alertRuleResourceId } from '@/mocks/store/faces/arm-ids';
import { sentinelSeverities } from '@/mocks/store/faces/sentinel-severity';
import { sentinelAlertLimit } from '@/mocks/store/load-story';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { noOwner, type SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

const sentinelGrouping: Actor = { kind: 'cloud', name: 'Microsoft Sentinel' };

/** `rule`: the ARM name of the analytics rule behind it. */
type Maker = { readonly rule: string; readonly grouping: SentinelGroupingConfiguration | null };

function takenBy(store: Store, alert: AlertRecord, { rule, grouping }: Maker): SentinelIncidentRecord | undefined {
  if (!grouping?.enabled) return undefined;
  const since = store.clock.nowMs() - (isoDurationMs(grouping.lookbackDuration) ?? 0);
  const ruleId = alertRuleResourceId(rule);
  return [...store.sentinelIncidents.all()]
    .filter(
      ({ twin, fields, createdAt, alertIds, relatedAnalyticRuleIds }) =>
        twin === null &&
        (fields.status !== 'Closed' || grouping.reopenClosedIncident) &&
        Date.parse(createdAt) >= since &&
        alertIds.length < sentinelAlertLimit &&
        relatedAnalyticRuleIds.includes(ruleId) &&
        store.alerts.pick(alertIds).some((other) => isGrouped(alert, other, grouping)),
    )
    .at(-1);
}

function newIncident(store: Store, { id, graph }: AlertRecord, { rule }: Maker): SentinelIncidentRecord {
  const at = store.clock.iso();
  return {
    name: guidOf(`workspace-incident/${store.seed}/${id}`),
    number: store.sentinelIncidents.nextNumber(),
    fields: {
      title: graph.title ?? 'Untitled incident',
      description: graph.description ?? null,
      severity: sentinelSeverities[graph.severity],
      status: 'New',
      classification: null,
      classificationReason: null,
      classificationComment: null,
      labels: [],
      owner: noOwner,
      firstActivityTimeUtc: graph.firstActivityDateTime ?? null,
      lastActivityTimeUtc: graph.lastActivityDateTime ?? null,
    },
    comments: [],
    alertIds: [id],
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    modifiedBy: sentinelGrouping.name,
    revision: 1,
    twin: null,
    relatedAnalyticRuleIds: [alertRuleResourceId(rule)],
  };
}

/** The alert is in the store already. */
export function placeInWorkspace(store: Store, alert: AlertRecord, maker: Maker): void {
  const { sentinelIncidents } = store;
  const known = takenBy(store, alert, maker);
  if (!known) {
    sentinelIncidents.add(newIncident(store, alert, maker));
    return;
  }
  const { relatedAnalyticRuleIds } = known;
  sentinelIncidents.setAlerts(
    known,
    { alertIds: [...known.alertIds, alert.id], relatedAnalyticRuleIds },
    sentinelGrouping,
  );
  if (known.fields.status === 'Closed') sentinelIncidents.change(known, { status: 'Active' }, sentinelGrouping);
}
