/**
 * Changed fields on their way, and alerts that joined or left. Those of one incident that change within the delay, or while the line is down, become a
 * single update; of a field that both sides changed the later change counts, so that one side loses its own.
 * https://learn.microsoft.com/azure/sentinel/automation/automation#automation-rules-in-the-defender-portal
 */
import { type CarriedField, carriedFields, toGraph, toSentinel } from '@/mocks/cloud/sync/carry';
import type { Conduit } from '@/mocks/cloud/sync/conduit';
import { shownAlerts } from '@/mocks/cloud/sync/shown-alerts';
import { relatedRulesOf } from '@/mocks/cloud/sync/twin';
import type { Actor } from '@/mocks/store/events';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

type Side = 'graph' | 'sentinel';
type Travelling = CarriedField | 'alerts';

export type FieldChanges = {
  /** Fields of the Defender incident, or of its twin, that somebody changed on that side. */
  changed(graphId: string, fields: readonly Travelling[], side: Side): void;
};

export function createFieldChanges(store: Store, conduit: Conduit, carrier: Actor): FieldChanges {
  /** Per Defender incident: which fields wait to travel, and from which side the last change came. */
  const waiting = new Map<string, Map<Travelling, Side>>();

  /** What Sentinel is to show of the alerts; undefined when it does already. */
  function alertsFor(incident: GraphIncidentRecord, twin: SentinelIncidentRecord) {
    const alertIds = shownAlerts(store, incident, twin);
    if (alertIds.join() === twin.alertIds.join()) return undefined;
    return { alertIds, relatedAnalyticRuleIds: relatedRulesOf(store.alerts.pick(alertIds)) };
  }

  function carry(graphId: string): void {
    const fields = waiting.get(graphId) ?? new Map<Travelling, Side>();
    waiting.delete(graphId);
    const incident = store.graphIncidents.byId(graphId);
    const twin = incident?.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
    if (!incident || !twin) return;
    const from = (side: Side): CarriedField[] => carriedFields.filter((name) => fields.get(name) === side);
    const [ofGraph, ofSentinel] = [from('graph'), from('sentinel')];
    const there = toSentinel(incident, twin, ofGraph, { directory: store.directory, keep: ofSentinel });
    const back = toGraph(twin, ofSentinel, incident);
    const shown = fields.has('alerts') ? alertsFor(incident, twin) : undefined;
    if (ofGraph.length > 0 || shown) store.sentinelIncidents.change(twin, there, carrier, shown);
    if (ofSentinel.length > 0) store.graphIncidents.change(incident, back, carrier);
  }

  return {
    changed: (graphId, fields, side) => {
      if (fields.length === 0) return;
      const known = waiting.get(graphId);
      const batch = known ?? new Map<Travelling, Side>();
      for (const field of fields) batch.set(field, side);
      if (known) return;
      waiting.set(graphId, batch);
      conduit.send(
        store.connections.sync().changeMs,
        () => carry(graphId),
        () => void waiting.delete(graphId),
      );
    },
  };
}
