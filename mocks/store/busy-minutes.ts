/**
 * In which minutes each log table has events, since the tenant's clock started. A query whose tables are all empty over
 * its window answers what it always answers over nothing, so it need not be asked again.
 */
import type { LogRow } from '@/mocks/company/log-row';

const minuteMs = 60_000;

export type BusyMinutes = {
  saw(table: string, rows: readonly LogRow[]): void;
  /** False when some table that passes has an event in the window, or when the window reaches back before the start. */
  quiet(has: (table: string) => boolean, fromMs: number, untilMs: number): boolean;
};

/** When a row says that its event was; NaN when it doesn't. */
export function timeOf({ TimeGenerated, Timestamp }: LogRow): number {
  const time = TimeGenerated ?? Timestamp;
  if (typeof time === 'number') return time;
  return time instanceof Date ? time.getTime() : Date.parse(String(time));
}

export function createBusyMinutes(startMs: number): BusyMinutes {
  const minutes = new Map<string, Set<number>>();
  return {
    saw: (table, rows) => {
      const known = minutes.get(table) ?? new Set();
      minutes.set(table, known);
      for (const row of rows) {
        const time = timeOf(row);
        // A row that doesn't say when stands in every window.
        if (Number.isNaN(time)) known.add(Number.NaN);
        else if (time >= startMs) known.add(Math.floor(time / minuteMs));
      }
    },
    quiet: (has, fromMs, untilMs) => {
      if (fromMs < startMs) return false;
      const first = Math.floor(fromMs / minuteMs);
      const last = Math.floor(untilMs / minuteMs);
      for (const [table, busy] of minutes) {
        if (!has(table) || busy.size === 0) continue;
        if (busy.has(Number.NaN)) return false;
        for (let minute = first; minute <= last; minute += 1) if (busy.has(minute)) return false;
      }
      return true;
    },
  };
}
