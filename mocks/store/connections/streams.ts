/** Which rows arrive where: Defender's tables in the workspace, and the tables that a switch of their own fills. */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import type { Clock } from '@/mocks/store/clock';
import { isOn, xdrKind } from '@/mocks/store/connections/connector-kinds';
import {
  createDiagnosticSettings,
  type DiagnosticSettings,
  vaultStream,
  vaults,
} from '@/mocks/store/connections/diagnostic-settings';
import { allEventTables, entityTable } from '@/mocks/store/connections/event-tables';
import {
  connectorStreams,
  type DiagnosticSource,
  diagnosticSources,
  streamOf,
} from '@/mocks/store/connections/log-streams';
import { createPauses } from '@/mocks/store/connections/pauses';
import type { EventBus } from '@/mocks/store/events';
import type { SentinelResources } from '@/mocks/store/sentinel-resources';

/** Rows of these streams (Defender's tables by name) flow again, or no longer. */
export type StreamEvent = { kind: 'streamsChanged'; streams: readonly string[]; flows: boolean };

/** A stretch of time in which a table's rows did not reach the workspace. ISO 8601; null while it lasts. */
type Absence = { readonly table: string; readonly from: string; readonly until: string | null };

export type Streams = {
  /** Of the key vaults. */
  readonly diagnostics: DiagnosticSettings;
  switchDiagnostics(source: DiagnosticSource, on: boolean): void;
  /** Whether rows of the stream arrive now. */
  flows(stream: string): boolean;
  /** What Defender's tables lack in the workspace; the same array for as long as nothing changed. */
  absences(): readonly Absence[];
  /** The batch without the rows that nobody sent while their stream was off. */
  heard(batch: LogBatch): LogBatch;
};

export function createStreams(clock: Clock, sentinel: SentinelResources, bus: EventBus): Streams {
  const off = new Set<DiagnosticSource>();
  const pauses = createPauses();
  let absences: readonly Absence[] | undefined;
  const diagnostics = createDiagnosticSettings(look);
  const flowing = (): ReadonlyMap<string, boolean> =>
    new Map([
      ...flowingNow(sentinel, off),
      ...vaults.map(({ id, name }): [string, boolean] => [vaultStream(name), diagnostics.sendsAudit(id)]),
    ]);

  function look(): void {
    const changed = [...flowing()].filter(([stream, flows]) => pauses.see(stream, flows, clock.nowMs()));
    if (changed.length === 0) return;
    absences = undefined;
    for (const flows of [false, true]) {
      const streams = changed.filter(([, now]) => now === flows).map(([stream]) => stream);
      if (streams.length > 0) bus.emit({ kind: 'streamsChanged', streams, flows });
    }
  }
  bus.listen(({ kind }) => {
    if (kind === 'dataConnectorChanged' || kind === 'settingChanged') look();
  });

  return {
    diagnostics,
    switchDiagnostics: (source, on) => {
      if (on) off.delete(source);
      else off.add(source);
      look();
    },
    flows: (stream) => flowing().get(stream) ?? true,
    absences: () => {
      absences ??= pauses.all().flatMap(({ stream, stretch: { fromMs, untilMs } }) => {
        if (stream !== entityTable && !allEventTables.includes(stream)) return [];
        const until = untilMs === null ? null : new Date(untilMs).toISOString();
        return [{ table: stream, from: new Date(fromMs).toISOString(), until }];
      });
      return absences;
    },
    heard: (batch) => {
      const streamIn = streamOf(batch.table);
      if (!streamIn || pauses.all().length === 0) return batch;
      const rows = batch.rows.filter((row) => {
        const stream = streamIn(row);
        return stream === undefined || !pauses.wasOff(stream, timeOf(row));
      });
      return rows.length === batch.rows.length ? batch : { ...batch, rows };
    },
  };
}

function flowingNow(
  { dataConnectors, settings }: SentinelResources,
  off: ReadonlySet<DiagnosticSource>,
): ReadonlyMap<string, boolean> {
  const connector = (kind: string) => dataConnectors.all().find(({ fields }) => fields.kind === kind)?.fields;
  const providers = settings.byName('EntityAnalytics')?.fields.entityProviders ?? [];
  const xdr = connector(xdrKind);
  return new Map<string, boolean>([
    ...allEventTables.map((table): [string, boolean] => [
      table,
      xdr !== undefined && xdr.properties.dataTypes?.[table]?.state !== 'Disabled',
    ]),
    [entityTable, providers.includes('ActiveDirectory')],
    ...connectorStreams.map(({ stream, kind, dataType }): [string, boolean] => [
      stream,
      isOn(connector(kind), dataType),
    ]),
    ...diagnosticSources.map((source): [string, boolean] => [source, !off.has(source)]),
  ]);
}

function timeOf(row: LogRow): number {
  const at = row.TimeGenerated ?? row.Timestamp;
  return typeof at === 'number' ? at : new Date(String(at)).getTime();
}
