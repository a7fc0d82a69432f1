/**
 * How a Defender incident comes to the workspace, or doesn't: after minutes, when its severity is synced. One that the
 * severity filter kept out arrives when the filter opens or its severity rises; one that was made while the connector
 * was off arrives when something about it changes; one that was merged away before it arrived never does.
 */
import type { Conduit } from '@/mocks/cloud/sync/conduit';
import { twinOf } from '@/mocks/cloud/sync/twin';
import { type SyncSettings, syncedSeverities } from '@/mocks/store/connections/sync-settings';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

export type Arrivals = {
  /** There is a Defender incident that the workspace doesn't have. */
  expect(incident: GraphIncidentRecord, delayMs: number): void;
};

const passes = ({ severities }: SyncSettings, { fields }: GraphIncidentRecord): boolean =>
  severities === 'all' || syncedSeverities.some((name) => name === fields.severity && severities.includes(name));

export function createArrivals(store: Store, conduit: Conduit): Arrivals {
  const { connections, sentinelIncidents, clock } = store;
  const expected = new Set<string>();
  const filtered = new Map<string, GraphIncidentRecord>();
  const tell = (): void => connections.tellSync({ filtered: filtered.size });

  function arrive(incident: GraphIncidentRecord): void {
    expected.delete(incident.id);
    if (incident.twin !== null || incident.fields.status === 'redirected') return;
    if (!passes(connections.sync(), incident)) {
      filtered.set(incident.id, incident);
      tell();
      return;
    }
    const at = clock.iso();
    const twin = twinOf(store, incident, { number: sentinelIncidents.nextNumber(), at, updatedAt: at });
    incident.twin = twin.name;
    sentinelIncidents.add(twin);
  }

  function expect(incident: GraphIncidentRecord, delayMs: number): void {
    if (incident.twin !== null || expected.has(incident.id)) return;
    expected.add(incident.id);
    filtered.delete(incident.id);
    tell();
    conduit.send(
      delayMs,
      () => arrive(incident),
      () => void expected.delete(incident.id),
    );
  }

  store.listen((event) => {
    if (event.kind !== 'syncChanged') return;
    for (const incident of [...filtered.values()]) {
      if (passes(event.after, incident)) expect(incident, event.after.arrivalMs);
    }
  });

  return { expect };
}
