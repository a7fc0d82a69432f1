/** Keeps the mirror current: three lists at their own pace, sooner after a write, and the things that change with time. */
import type { System } from '@/lib/domain/source/source';
import { createLogReading, type LogReadingOptions } from '@/lib/hub/alerts/log-reading';
import { budget } from '@/lib/hub/mirror/budget';
import { defenderAlerts, defenderIncidents, sentinelIncidents } from '@/lib/hub/mirror/list-readings';
import { createPollLoop } from '@/lib/hub/mirror/poll-loop';
import { createReader, type ReaderOptions } from '@/lib/hub/mirror/reader';
import { createSweeps, type SweepsOptions } from '@/lib/hub/mirror/sweeps';

export type Polling = {
  /** Goes on where an earlier run of the console stopped. */
  restore(): Promise<void>;
  /** Until the signal is aborted. */
  start(stint: AbortSignal): void;
  /** Reads all lists once, now. Rejects with the first failure after all have ended. */
  refresh(): Promise<void>;
  /** Reads all lists from end to end at once, see `createSweep`. */
  sweep(): Promise<void>;
  /** Looks at a system soon, and again a little later: a write is on its way to it. */
  expect(system: System): void;
};

export type PollingOptions = ReaderOptions &
  SweepsOptions &
  Pick<LogReadingOptions, 'store'> & {
    random: () => number;
    /** Resolves when memory holds the alerts that an earlier run kept: what Microsoft says now is compared with them. */
    alertsReady: () => Promise<void>;
    /** After each reading: commands may now be confirmed. */
    settle: () => Promise<void>;
  };

export function createPolling(options: PollingOptions): Polling {
  const { clock, random, settle, signal, health, alertsReady } = options;
  const sweeps = createSweeps(options);
  const readers = {
    defenderIncidents: createReader(defenderIncidents(options), options),
    defenderAlerts: createReader(defenderAlerts(options), options),
    sentinelIncidents: createReader(sentinelIncidents(options), options),
    sentinelAlerts: createLogReading(options),
  };
  const loop = (reader: { read(): Promise<void> }, everyMs: number) =>
    createPollLoop({
      clock,
      random,
      everyMs,
      longestPauseMs: budget.longestPauseMs,
      run: async () => {
        await reader.read();
        await settle();
      },
    });
  const afterKept = (reader: { read(): Promise<void> }) => ({ read: () => alertsReady().then(reader.read) });
  const loops = {
    defenderIncidents: loop(readers.defenderIncidents, budget.defenderIncidentsMs),
    defenderAlerts: loop(afterKept(readers.defenderAlerts), budget.defenderAlertsMs),
    sentinelIncidents: loop(readers.sentinelIncidents, budget.sentinelIncidentsMs),
    sentinelAlerts: loop(afterKept(readers.sentinelAlerts), budget.sentinelAlertsMs),
  };
  const incidentsOf = { defender: loops.defenderIncidents, sentinel: loops.sentinelIncidents } satisfies Record<
    System,
    unknown
  >;
  const expected = new Set<System>();
  const looked: Record<System, number[]> = { defender: [], sentinel: [] };

  /** However much is written, looking after it takes no more than its part of the quota. */
  function mayLook(system: System): boolean {
    const { most, windowMs } = budget.looksAfterWrites;
    const nowMs = clock.now();
    const recent = looked[system].filter((atMs) => atMs > nowMs - windowMs[system]);
    looked[system] = recent;
    if (recent.length >= most[system]) return false;
    recent.push(nowMs);
    return true;
  }

  async function look(system: System): Promise<void> {
    for (const waitMs of budget.afterWriteMs) {
      await clock.sleep(waitMs, signal);
      if (mayLook(system)) await incidentsOf[system].runNow();
    }
  }

  return {
    async restore() {
      const progress = await readers.defenderIncidents.restore();
      health.restore('defender', progress);
      health.restore('sentinel', await readers.sentinelIncidents.restore());
      await readers.defenderAlerts.restore();
    },
    start(stint) {
      for (const each of Object.values(loops)) each.start(stint);
      sweeps.start(stint);
    },
    async refresh() {
      const outcomes = await Promise.allSettled(Object.values(loops).map((each) => each.runNow()));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
    sweep: sweeps.once,
    expect(system) {
      if (expected.has(system)) return;
      expected.add(system);
      look(system)
        .catch(() => {
          // The health book has the failure (or the hub is closing); the usual pace goes on.
        })
        .finally(() => expected.delete(system));
    },
  };
}
