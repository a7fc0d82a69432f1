/** Says in `SentinelHealth` when something stops arriving in the workspace, or arrives again, and why. */
import type { SentinelDataConnectorFields } from '@/lib/wire/sentinel/data-connector';
import { isOn, xdrKind } from '@/mocks/store/connections/connector-kinds';
import { allEventTables, entityTable } from '@/mocks/store/connections/event-tables';
import type { StoreEvent } from '@/mocks/store/events';
import {
  connectorFailuresRow,
  connectorStateRow,
  type HealthyConnector,
} from '@/mocks/store/faces/connector-health-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

const hourMs = 3_600_000;
const outage = 'The synchronization service of Microsoft Defender XDR is unavailable.';

/** What a data type of a connector fills. */
const tables: Readonly<Record<string, string>> = {
  incidents: 'SecurityIncident',
  alerts: 'SecurityAlert',
  indicators: 'ThreatIntelligenceIndicator',
  discoveryLogs: 'McasShadowItReporting',
  exchange: 'OfficeActivity',
  sharePoint: 'OfficeActivity',
  teams: 'OfficeActivity',
};

type Changed<Kind extends StoreEvent['kind']> = Extract<StoreEvent, { kind: Kind }>;

export function startConnectorHealth(store: Store, logs: LogWriter): void {
  const { clock, connections, sentinel } = store;
  const xdr = (): HealthyConnector => {
    const known = sentinel.dataConnectors.all().find(({ fields }) => fields.kind === xdrKind);
    return { name: known?.name ?? xdrKind, kind: xdrKind };
  };

  function state(connector: HealthyConnector, table: string, flows: boolean, reason: string): void {
    const said = flows ? '' : reason;
    const { table: health, rows } = connectorStateRow(connector, { at: clock.iso(), table, flows, reason: said });
    logs.write(health, rows);
  }

  function connectorChanged({ before, after }: Changed<'dataConnectorChanged'>): void {
    const record = after ?? before;
    if (!record) return;
    const typesOf = (fields: SentinelDataConnectorFields | undefined) =>
      Object.keys(fields?.properties.dataTypes ?? {});
    const reason = after ? 'The data type was disconnected.' : 'The connector was disconnected.';
    for (const type of new Set([...typesOf(before?.fields), ...typesOf(after?.fields)])) {
      // Said below, also for those that the connector doesn't mention.
      if (allEventTables.includes(type)) continue;
      const flows = isOn(after?.fields, type);
      if (flows === isOn(before?.fields, type)) continue;
      state({ name: record.name, kind: record.fields.kind }, tables[type] ?? type, flows, reason);
    }
  }

  function streamsChanged({ streams, flows }: Changed<'streamsChanged'>): void {
    const reason = connections.xdr() ? 'The table was disconnected.' : 'The connector was disconnected.';
    for (const table of streams) {
      if (table === entityTable || allEventTables.includes(table)) state(xdr(), table, flows, reason);
    }
  }

  function summarize(): void {
    if (!connections.sync().paused) return;
    const { backlog } = connections.syncStatus();
    const { table, rows } = connectorFailuresRow(xdr(), { at: clock.iso(), reason: outage, waiting: backlog });
    logs.write(table, rows);
    clock.after(hourMs, summarize);
  }

  function syncChanged({ before, after }: Changed<'syncChanged'>): void {
    if (before.paused === after.paused) return;
    state(xdr(), 'SecurityIncident', !after.paused, outage);
    if (after.paused) clock.after(hourMs, summarize);
  }

  store.listen((event) => {
    if (event.kind === 'dataConnectorChanged') connectorChanged(event);
    else if (event.kind === 'streamsChanged') streamsChanged(event);
    else if (event.kind === 'syncChanged') syncChanged(event);
  });
}
