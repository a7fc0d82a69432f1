/**
 * How each upstream is doing: since when it fails and what it said, over all the readings that go to it. In a process
 * that does not follow the systems itself: what the one that does says of them.
 */
import type { ApiError } from '@/lib/api/transport/api-error';
import type { SourceHealth, System } from '@/lib/domain/source/source';

/** One kind of reading; a system is well when all of its readings are. */
export type Reading = 'incidents' | 'alerts';

type Trouble = { since: string; reason: string; throttledUntil: string | null };

export type HealthBook = {
  success(system: System, reading: Reading): void;
  failure(system: System, reading: Reading, error: unknown): void;
  filled(system: System, at: string): void;
  /** A list is complete but for what the system shows to nobody; null: it is complete. */
  incomplete(system: System, reading: Reading, reason: string | null): void;
  /** A change was seen that carries this time; newer ones count, and their delay where `live` (no first fill). */
  changed(system: System, at: string, live: boolean): void;
  /** What an earlier run of the console knew. */
  restore(system: System, known: Pick<SourceHealth, 'filledAt' | 'lastSuccessAt'> & { watermark: string | null }): void;
  /** What the process that follows the systems says of them. */
  adopt(told: unknown): void;
  all(): SourceHealth[];
  of(system: System): SourceHealth;
};

export type HealthOptions = {
  now: () => Date;
  /** Called when something that a page shows has changed, not at every success. */
  tell: () => void;
  /** Commands that are on their way to a system. */
  backlog: (system: System) => number;
};

type Known = Pick<SourceHealth, 'filledAt' | 'lastSuccessAt' | 'staleSince' | 'newestChangeAt' | 'lagMs'>;

const nothing: Known = { filledAt: null, lastSuccessAt: null, staleSince: null, newestChangeAt: null, lagMs: null };

/** By name: see `explain`. */
function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

/** An error as people read it. Only ApiErrors carry words meant for them; the rest is ours to fix. */
export function reasonOf(error: unknown): string {
  // Pages put the reason into sentences of their own.
  return words(error).replace(/\.+$/u, '');
}

function words(error: unknown): string {
  if (!isApiError(error)) return error instanceof Error ? error.message : String(error);
  const code = error.status === 0 ? error.code : `${error.status} ${error.code}`;
  return error.message === '' ? code : `${code}: ${error.message}`;
}

/** Written by the same version of this module in another process, under a mark of its own. */
function asHealth(told: unknown): SourceHealth[] {
  return Array.isArray(told) ? (told as SourceHealth[]) : [];
}

export function createHealthBook({ now, tell, backlog }: HealthOptions): HealthBook {
  const troubles: Record<System, Map<Reading, Trouble>> = { defender: new Map(), sentinel: new Map() };
  const known: Record<System, Known> = { defender: nothing, sentinel: nothing };
  const gaps: Record<System, Map<Reading, string>> = { defender: new Map(), sentinel: new Map() };
  const adopted: Partial<Record<System, SourceHealth>> = {};

  function of(system: System): SourceHealth {
    const told = adopted[system];
    if (told !== undefined) return { ...told, backlog: backlog(system) };
    const current = [...troubles[system].values()].sort((left, right) => left.since.localeCompare(right.since));
    // Asked to wait is not failing: the system answers, and what was read stays current enough.
    const failing = current.filter((trouble) => trouble.throttledUntil === null);
    return {
      system,
      ...known[system],
      backlog: backlog(system),
      failingSince: failing[0]?.since ?? null,
      reason: failing.at(-1)?.reason ?? null,
      throttledUntil: current.findLast((trouble) => trouble.throttledUntil !== null)?.throttledUntil ?? null,
      incomplete: [...gaps[system].values()][0] ?? null,
    };
  }

  /** What this process finds out itself counts more than what it was told. */
  function note(system: System, fresh: Partial<Known>): void {
    delete adopted[system];
    known[system] = { ...known[system], ...fresh };
  }

  return {
    success(system, reading) {
      const wasStale = known[system].staleSince !== null;
      const at = now().toISOString();
      note(system, reading === 'incidents' ? { lastSuccessAt: at, staleSince: null } : { lastSuccessAt: at });
      const recovered = troubles[system].delete(reading);
      if (recovered || (wasStale && reading === 'incidents')) tell();
    },
    failure(system, reading, error) {
      note(system, {});
      const before = troubles[system].get(reading);
      const waitMs = isApiError(error) && error.status === 429 ? error.retryAfterMs : null;
      const trouble = {
        since: before?.since ?? now().toISOString(),
        reason: reasonOf(error),
        throttledUntil: waitMs === null ? null : new Date(now().getTime() + waitMs).toISOString(),
      };
      troubles[system].set(reading, trouble);
      if (before?.reason !== trouble.reason || waitMs !== null) tell();
    },
    filled(system, at) {
      note(system, { filledAt: at });
      tell();
    },
    incomplete(system, reading, reason) {
      const before = gaps[system].get(reading) ?? null;
      if (before === reason) return;
      if (reason === null) gaps[system].delete(reading);
      else gaps[system].set(reading, reason);
      tell();
    },
    changed(system, at, live) {
      const { newestChangeAt } = known[system];
      if (newestChangeAt !== null && Date.parse(at) <= Date.parse(newestChangeAt)) return;
      const lag = live ? { lagMs: Math.max(0, now().getTime() - Date.parse(at)) } : {};
      note(system, { newestChangeAt: new Date(at).toISOString(), ...lag });
    },
    restore(system, { watermark, filledAt, lastSuccessAt }) {
      // A process that takes over from another one has seen what that one read.
      const before = adopted[system] ?? known[system];
      note(system, {
        filledAt,
        lastSuccessAt: before.lastSuccessAt ?? lastSuccessAt,
        staleSince: before.lastSuccessAt === null ? lastSuccessAt : before.staleSince,
        newestChangeAt: watermark === null ? null : new Date(watermark).toISOString(),
      });
    },
    adopt(told) {
      for (const health of asHealth(told)) adopted[health.system] = health;
      tell();
    },
    all: () => [of('defender'), of('sentinel')],
    of,
  };
}
