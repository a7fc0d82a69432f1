/**
 * Microsoft carrying changes between Defender and Sentinel. Changes of one incident within the delay become a single
 * update with the last value of each field; a new incident takes minutes to arrive in the workspace; comments travel
 * when they are new and never when they are edited.
 * https://learn.microsoft.com/azure/sentinel/automation/automation#automation-rules-in-the-defender-portal
 */
import {
  type CarriedField,
  carriedFromGraph,
  carriedFromSentinel,
  toGraph,
  toSentinel,
} from '@/mocks/cloud/sync/carry';
import { carriedCommentName, relatedRulesOf, twinOf } from '@/mocks/cloud/sync/twin';
import type { Actor, StoreEvent } from '@/mocks/store/events';
import { sentinelAlertLimit } from '@/mocks/store/load-story';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

export type SyncDelays = {
  /** From a change on one side to the other. */
  changeMs: number;
  /** From a new Defender incident to its twin in the workspace: Microsoft promises five minutes. */
  arrivalMs: number;
};

export const usualSyncDelays: SyncDelays = { changeMs: 8_000, arrivalMs: 150_000 };

type Side = 'graph' | 'sentinel';
const carrier: Actor = { kind: 'sync', name: 'Microsoft XDR' };

/** Starts carrying; answers a function that stops it. */
export function startSync(store: Store, delays: SyncDelays): () => void {
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
    const there = toSentinel(incident, twin, ofGraph, store.directory);
    const back = toGraph(twin, ofSentinel, incident);
    if (ofGraph.length > 0) store.sentinelIncidents.change(twin, there, carrier);
    if (ofSentinel.length > 0) store.graphIncidents.change(incident, back, carrier);
  }

  function enqueue(graphId: string, fields: readonly CarriedField[], side: Side): void {
    if (fields.length === 0) return;
    const known = waiting.get(graphId);
    const batch = known ?? new Map<CarriedField, Side>();
    for (const field of fields) batch.set(field, side);
    if (known) return;
    waiting.set(graphId, batch);
    store.clock.after(delays.changeMs, () => carry(graphId));
  }

  function arrive(incident: GraphIncidentRecord): void {
    if (incident.twin !== null) return;
    const at = store.clock.iso();
    const twin = twinOf(store, incident, { number: store.sentinelIncidents.nextNumber(), at, updatedAt: at });
    incident.twin = twin.name;
    store.sentinelIncidents.add(twin);
  }

  function carryComment(event: Extract<StoreEvent, { kind: 'graphCommentAdded' | 'sentinelCommentAdded' }>): void {
    if (event.by.kind === 'sync') return;
    if (event.kind === 'graphCommentAdded') {
      const { incident, text, author } = event;
      const name = carriedCommentName(incident.id, (incident.fields.comments?.length ?? 1) - 1);
      store.clock.after(delays.changeMs, () => {
        const twin = incident.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
        if (!twin || twin.comments.some((comment) => comment.name === name)) return;
        const from = { name: author, email: null, objectId: null, userPrincipalName: null };
        store.sentinelIncidents.addComment(twin, { name, message: text, author: from }, carrier);
      });
      return;
    }
    const { incident, comment } = event;
    store.clock.after(delays.changeMs, () => {
      const twin = incident.twin ? store.graphIncidents.byId(incident.twin) : undefined;
      if (twin) store.graphIncidents.comment(twin, comment.message, carrier, comment.author.name);
    });
  }

  /** Alerts that joined or left a Defender incident do the same in Sentinel, up to the number Sentinel shows. */
  function carryAlerts(incident: GraphIncidentRecord): void {
    store.clock.after(delays.changeMs, () => {
      const twin = incident.twin ? store.sentinelIncidents.byName(incident.twin) : undefined;
      if (!twin) return;
      const alertIds = incident.alertIds.slice(0, sentinelAlertLimit);
      if (alertIds.join() === twin.alertIds.join()) return;
      const relatedAnalyticRuleIds = relatedRulesOf(store.alerts.pick(alertIds));
      store.sentinelIncidents.setAlerts(twin, { alertIds, relatedAnalyticRuleIds }, carrier);
    });
  }

  // What the tenant starts with may be on its way too.
  for (const incident of store.graphIncidents.all()) {
    if (incident.twin !== null) continue;
    const dueMs = Date.parse(incident.fields.createdDateTime) + delays.arrivalMs;
    store.clock.after(dueMs - store.clock.nowMs(), () => arrive(incident));
  }

  return store.listen((event) => {
    switch (event.kind) {
      case 'graphIncidentAdded':
        store.clock.after(delays.arrivalMs, () => arrive(event.incident));
        break;
      case 'graphIncidentChanged':
        if (event.fields.includes('alerts')) carryAlerts(event.incident);
        if (event.by.kind !== 'sync') enqueue(event.incident.id, carriedFromGraph(event.fields), 'graph');
        break;
      case 'sentinelIncidentChanged':
        if (event.by.kind !== 'sync' && event.incident.twin) {
          enqueue(event.incident.twin, carriedFromSentinel(event.fields), 'sentinel');
        }
        break;
      case 'graphCommentAdded':
      case 'sentinelCommentAdded':
        carryComment(event);
        break;
      default:
        break;
    }
  });
}
