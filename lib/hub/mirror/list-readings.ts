/** The three lists that the mirror follows: Defender's incidents and alerts, and Sentinel's incidents. */
import type { Api } from '@/lib/api/api';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { copyFromGraph, toStored } from '@/lib/hub/alerts/alert-copy';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { ListReading } from '@/lib/hub/mirror/reader';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';

export type ReadingOptions = {
  api: Api;
  mirror: Mirror;
  /** Tells the browsers what the mirror shows now. */
  publish: () => void;
  signal: AbortSignal;
};

export function defenderIncidents({ api, mirror, publish, signal }: ReadingOptions): ListReading<GraphIncident> {
  return {
    system: 'defender',
    reading: 'incidents',
    list: (since, onUnreachable) =>
      api.graphSecurity.incidents.list({ signal, onUnreachable, ...(since === undefined ? {} : { since }) }),
    updatedAt: (incident) => incident.lastUpdateDateTime,
    show(page) {
      mirror.putDefender(page.map(fromGraph));
      publish();
    },
    save: (page, tables) =>
      tables.incidentCopies.put(
        'defender',
        page.map((wire) => ({ id: wire.id, wire, updatedAt: wire.lastUpdateDateTime })),
      ),
  };
}

export function defenderAlerts({ api, mirror, publish, signal }: ReadingOptions): ListReading<GraphAlert> {
  return {
    system: 'defender',
    reading: 'alerts',
    list: (since, onUnreachable) =>
      api.graphSecurity.alerts.list({ signal, onUnreachable, ...(since === undefined ? {} : { since }) }),
    updatedAt: (alert) => alert.lastUpdateDateTime,
    show(page) {
      mirror.putAlerts(page.map(copyFromGraph));
      publish();
    },
    save: (page, tables) => tables.alertBriefs.put(page.map((alert) => toStored(copyFromGraph(alert)))),
  };
}

export function sentinelIncidents({ api, mirror, publish, signal }: ReadingOptions): ListReading<SentinelIncident> {
  return {
    system: 'sentinel',
    reading: 'incidents',
    list: (since) => api.sentinel.incidents.list(since === undefined ? { signal } : { since, signal }),
    updatedAt: (incident) => incident.properties.lastModifiedTimeUtc,
    show(page) {
      mirror.putSentinel(page.map(fromSentinel));
      publish();
    },
    save: (page, tables) =>
      tables.incidentCopies.put(
        'sentinel',
        page.map((wire) => ({ id: wire.name, wire, updatedAt: wire.properties.lastModifiedTimeUtc })),
      ),
  };
}
