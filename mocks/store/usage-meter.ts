/**
 * `Usage`: how much of each table the workspace took in, hour by hour, and whether Microsoft bills it. It counts what is
 * written, so that the account agrees with the tables.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/usage
 */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { workspaceResourceId } from '@/mocks/company/tenant-ids';
import { timeOf } from '@/mocks/store/busy-minutes';

const hourMs = 3_600_000;
const keptHours = 31 * 24;

/** https://learn.microsoft.com/azure/sentinel/billing#free-data-sources and azure/azure-monitor/logs/cost-logs */
const free: ReadonlySet<string> = new Set([
  'AzureActivity',
  'Heartbeat',
  'OfficeActivity',
  'Operation',
  'SecurityAlert',
  'SecurityIncident',
  'SentinelHealth',
]);
/** What Azure Monitor brings itself; the rest belongs to Sentinel. */
const ofAzureMonitor: ReadonlySet<string> = new Set(['AzureActivity', 'AzureDiagnostics', 'Heartbeat', 'Syslog']);

export type UsageMeter = {
  /** `times`: the database repeats them so often. */
  saw(table: string, rows: readonly LogRow[], times?: number): void;
  /** Of the hours before the clock began. The one that had begun is counted from then on. */
  past(): Iterable<LogBatch>;
  /** A row for each table and hour that is over by then and was not told yet. */
  until(nowMs: number): Iterable<LogBatch>;
};

export function createUsageMeter({
  startMs,
  arriving,
  absences,
}: {
  /** When the tenant's clock began. */
  startMs: number;
  /** Those of the rows that somebody sends to the workspace. */
  arriving: (batch: LogBatch) => readonly LogRow[];
  /** When rows of Defender's tables stayed with Defender. */
  absences: () => readonly { table: string; from: string; until: string | null }[];
}): UsageMeter {
  const byHour = new Map<number, Map<string, number>>();
  /** Hours before this one are told. */
  let openHour = Math.floor(startMs / hourMs) - keptHours;

  function add(hour: number, table: string, bytes: number): void {
    const tables = byHour.get(hour) ?? new Map<string, number>();
    byHour.set(hour, tables);
    tables.set(table, (tables.get(table) ?? 0) + bytes);
  }

  /** Whether rows of the table that happened then did not come; undefined when all came. */
  function absenceOf(table: string): ((atMs: number) => boolean) | undefined {
    const gaps = absences()
      .filter((absence) => absence.table === table)
      .map(({ from, until }) => [Date.parse(from), until === null ? Number.POSITIVE_INFINITY : Date.parse(until)]);
    if (gaps.length === 0) return undefined;
    return (atMs) => gaps.some(([from = 0, end = 0]) => atMs >= from && atMs < end);
  }

  function* rowsOf(hour: number): Generator<LogRow> {
    const [start, end] = [hour * hourMs, (hour + 1) * hourMs];
    for (const [table, bytes] of byHour.get(hour) ?? []) {
      yield {
        TimeGenerated: end,
        StartTime: start,
        EndTime: end,
        DataType: table,
        Solution: ofAzureMonitor.has(table) ? 'LogManagement' : 'SecurityInsights',
        Quantity: bytes / 1_000_000,
        QuantityUnit: 'MBytes',
        IsBillable: !free.has(table),
        Plan: 'Analytics',
        ResourceUri: workspaceResourceId,
        SourceSystem: 'OMS',
      };
    }
  }

  function* until(nowMs: number): Generator<LogBatch> {
    const nowHour = Math.floor(nowMs / hourMs);
    const over = [...byHour.keys()].filter((hour) => hour < nowHour).sort((one, other) => one - other);
    const rows = over.flatMap((hour) => [...rowsOf(hour)]);
    for (const hour of over) byHour.delete(hour);
    openHour = Math.max(openHour, nowHour);
    if (rows.length > 0) yield { table: 'Usage', rows };
  }

  return {
    until,
    *past() {
      yield* until(startMs);
      byHour.clear();
    },
    saw(table, rows, times = 1) {
      if (table === 'Usage') return;
      const sent = arriving({ table, rows });
      const [first] = sent;
      if (first === undefined) return;
      // Rows of one batch are alike: measuring each would take longer than making it.
      const bytes = JSON.stringify(first).length * times;
      const isAbsent = absenceOf(table);
      let hour = Number.NaN;
      let count = 0;
      const settle = () => {
        if (count > 0) add(hour, table, bytes * count);
        count = 0;
      };
      for (const row of sent) {
        const atMs = timeOf(row);
        if (isAbsent?.(atMs)) continue;
        // What comes late is taken in, and counted, when it comes.
        const its = Number.isNaN(atMs) ? openHour : Math.max(openHour, Math.floor(atMs / hourMs));
        if (its !== hour) {
          settle();
          hour = its;
        }
        count += 1;
      }
      settle();
    },
  };
}
