/**
 * Microsoft carrying changes between Defender and Sentinel: fields both ways, new incidents to the workspace, alerts
 * after their incident, comments when they are new. How fast, what, and whether at all is set in `store.connections`.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
import { createArrivals } from '@/mocks/cloud/sync/arrivals';
import { carriedFromGraph, carriedFromSentinel } from '@/mocks/cloud/sync/carry';
import { carryComment } from '@/mocks/cloud/sync/comments';
import { createConduit } from '@/mocks/cloud/sync/conduit';
import { createFieldChanges } from '@/mocks/cloud/sync/field-changes';
import { shownAlerts } from '@/mocks/cloud/sync/shown-alerts';
import type { Actor } from '@/mocks/store/events';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

const carrier: Actor = { kind: 'sync', name: 'Microsoft XDR' };

/** Starts carrying; answers a function that stops it. */
export function startSync(store: Store): () => void {
  const conduit = createConduit(store);
  const arrivals = createArrivals(store, conduit);
  const fieldChanges = createFieldChanges(store, conduit, carrier);
  const { clock, connections } = store;

  /** Alerts that a connector kept back come when it is switched on again. */
  function fillUp(): void {
    for (const incident of store.graphIncidents.all()) {
      const twin = incident.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
      if (twin && shownAlerts(store, incident, twin).length > twin.alertIds.length)
        fieldChanges.changed(incident.id, ['alerts'], 'graph');
    }
  }

  function graphChanged(incident: GraphIncidentRecord, fields: readonly string[], by: Actor): void {
    if (incident.twin === null) arrivals.expect(incident, connections.sync().arrivalMs);
    if (fields.includes('alerts')) fieldChanges.changed(incident.id, ['alerts'], 'graph');
    if (by.kind !== 'sync') fieldChanges.changed(incident.id, carriedFromGraph(fields), 'graph');
  }

  // What the tenant starts with may be on its way too.
  for (const incident of store.graphIncidents.all()) {
    const dueMs = Date.parse(incident.fields.createdDateTime) + connections.sync().arrivalMs;
    arrivals.expect(incident, Math.max(0, dueMs - clock.nowMs()));
  }

  return store.listen((event) => {
    switch (event.kind) {
      case 'graphIncidentAdded':
        arrivals.expect(event.incident, connections.sync().arrivalMs);
        break;
      case 'graphIncidentChanged':
        graphChanged(event.incident, event.fields, event.by);
        break;
      case 'sentinelIncidentChanged':
        if (event.by.kind !== 'sync' && event.incident.twin) {
          fieldChanges.changed(event.incident.twin, carriedFromSentinel(event.fields), 'sentinel');
        }
        break;
      case 'graphCommentAdded':
      case 'sentinelCommentAdded':
        carryComment(store, conduit, event, carrier);
        break;
      case 'dataConnectorChanged':
        fillUp();
        break;
      default:
        break;
    }
  });
}
