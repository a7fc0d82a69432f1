/**
 * Changed fields on their way. Those of one incident that change within the delay, or while the line is down, become a
 * single update; of a field that both sides changed the later change counts, so that one side loses its own.
 * https://learn.microsoft.com/azure/sentinel/automation/automation#automation-rules-in-the-defender-portal
 */
import { type CarriedField, toGraph, toSentinel } from '@/mocks/cloud/sync/carry';
import type { Conduit } from '@/mocks/cloud/sync/conduit';
import type { Actor } from '@/mocks/store/events';
import type { Store } from '@/mocks/store/store';

export type Side = 'graph' | 'sentinel';

export type FieldChanges = {
  /** Fields of the Defender incident, or of its twin, that somebody changed on that side. */
  changed(graphId: string, fields: readonly CarriedField[], side: Side): void;
};

export function createFieldChanges(store: Store, conduit: Conduit, carrier: Actor): FieldChanges {
  /** Per Defender incident: which fields wait to travel, and from which side the last change came. */
  const waiting = new Map<string, Map<CarriedField, Side>>();

  function carry(graphId: string): void {
    const fields = waiting.get(graphId) ?? new Map<CarriedField, Side>();
    waiting.delete(graphId);
    const incident = store.graphIncidents.byId(graphId);
    const twin = incident?.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
    if (!incident || !twin) return;
    const from = (side: Side): CarriedField[] => [...fields].flatMap(([name, last]) => (last === side ? [name] : []));
    const [ofGraph, ofSentinel] = [from('graph'), from('sentinel')];
    const there = toSentinel(incident, twin, ofGraph, { directory: store.directory, keep: ofSentinel });
    const back = toGraph(twin, ofSentinel, incident);
    if (ofGraph.length > 0) store.sentinelIncidents.change(twin, there, carrier);
    if (ofSentinel.length > 0) store.graphIncidents.change(incident, back, carrier);
  }

  return {
    changed: (graphId, fields, side) => {
      if (fields.length === 0) return;
      const known = waiting.get(graphId);
      const batch = known ?? new Map<CarriedField, Side>();
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
