/** Contoso's devices as Defender for Endpoint manages them: what was done to them, and when they fell silent. */
import { createRandom } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import type { Clock } from '@/mocks/store/clock';

export type Isolation = 'Full' | 'Selective';

export type MachineRecord = {
  readonly device: Device;
  tags: readonly string[];
  isolation: Isolation | null;
  restricted: boolean;
  /** False for those whose sensor has not been heard of for days. */
  readonly online: boolean;
  readonly firstSeen: string;
  /** Of an offline machine; the others were heard of a moment ago. */
  readonly lastHeard: string | null;
  readonly exposureLevel: 'Low' | 'Medium' | 'High';
  /** When it was cut off, the last time perhaps until further notice. */
  silences: readonly { readonly fromMs: number; readonly untilMs: number }[];
};

export type Machines = {
  all(): readonly MachineRecord[];
  /** By id, or by DNS name, in any case. */
  byId(id: string): MachineRecord | undefined;
  tag(record: MachineRecord, tags: readonly string[]): void;
  isolate(record: MachineRecord, isolation: Isolation): void;
  release(record: MachineRecord): void;
  restrict(record: MachineRecord, restricted: boolean): void;
  /** The batch without what machines would have written while they were cut off. */
  heard(batch: LogBatch): LogBatch;
};

const dayMs = 86_400_000;
/** An isolated device keeps reporting that it is there, and what Defender does to it. */
const heartbeats: readonly string[] = ['DeviceInfo', 'DeviceNetworkInfo', 'DeviceEvents'];

export function createMachines(
  clock: Clock,
  options: {
    /** When the tenant's clock began. */
    startMs: number;
    devices: readonly Device[];
    /** Whether something happened on it lately, so that it cannot be offline. */
    busy: (deviceId: string) => boolean;
  },
): Machines {
  const { startMs, devices, busy } = options;
  const records = devices.map((device) => machineOf(device, startMs, busy(device.deviceId)));
  const byName = new Map(
    records.flatMap((record) => [
      [record.device.deviceId, record],
      [record.device.dnsName.toLowerCase(), record],
    ]),
  );
  const everSilent = new Set<string>();

  const isHeard = (table: string, row: LogRow): boolean => {
    const id = String(row.DeviceId ?? '');
    if (!everSilent.has(id)) return true;
    if (table === 'DeviceEvents' && row.InitiatingProcessFileName === 'mssense.exe') return true;
    const at = row.Timestamp ?? row.TimeGenerated;
    const atMs = typeof at === 'number' ? at : Date.parse(String(at));
    return !byName.get(id)?.silences.some(({ fromMs, untilMs }) => atMs >= fromMs && atMs < untilMs);
  };

  return {
    all: () => records,
    byId: (id) => byName.get(id.toLowerCase()),
    tag: (record, tags) => {
      record.tags = tags;
    },
    isolate: (record, isolation) => {
      record.isolation = isolation;
      record.silences = [...record.silences, { fromMs: clock.nowMs(), untilMs: Number.POSITIVE_INFINITY }];
      everSilent.add(record.device.deviceId);
    },
    release: (record) => {
      record.isolation = null;
      record.silences = record.silences.map(({ fromMs, untilMs }) => ({
        fromMs,
        untilMs: Math.min(untilMs, clock.nowMs()),
      }));
    },
    restrict: (record, restricted) => {
      record.restricted = restricted;
    },
    heard: (batch) => {
      const { table, rows } = batch;
      const cutOff = everSilent.size > 0 && table.startsWith('Device');
      const always = table !== 'DeviceEvents' && heartbeats.includes(table);
      return cutOff && !always ? { table, rows: rows.filter((row) => isHeard(table, row)) } : batch;
    },
  };
}

function machineOf(device: Device, startMs: number, busy: boolean): MachineRecord {
  const random = createRandom('contoso/endpoint', device.hostName);
  const online = random.chance(0.96) || busy;
  const heardMs = startMs - random.between(8, 25) * dayMs;
  return {
    device,
    tags: device.role === 'domainController' ? ['Tier 0'] : [],
    isolation: null,
    restricted: false,
    online,
    firstSeen: new Date(startMs - random.between(60, 700) * dayMs).toISOString(),
    lastHeard: online ? null : new Date(heardMs).toISOString(),
    exposureLevel: random.pick(['Low', 'Low', 'Medium', 'High'] as const),
    silences: [],
  };
}
