/** How each upstream is doing: since when it fails and what it said, over all the readings that go to it. */
import type { ApiError } from '@/lib/api/transport/api-error';
import type { SourceHealth, System } from '@/lib/domain/source/source';

/** One kind of reading; a system is well when all of its readings are. */
export type Reading = 'incidents' | 'alerts';

type Trouble = { since: string; reason: string; throttledUntil: string | null };

export type HealthBook = {
  success(system: System, reading: Reading): void;
  failure(system: System, reading: Reading, error: unknown): void;
  filled(system: System, at: string): void;
  /** What an earlier run of the console knew. */
  restore(system: System, known: { filledAt: string | null; lastSuccessAt: string | null }): void;
  all(): SourceHealth[];
  of(system: System): SourceHealth;
};

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

/** `changed` is called when something that a page shows has changed, not at every success. */
export function createHealthBook(now: () => Date, changed: () => void): HealthBook {
  const troubles: Record<System, Map<Reading, Trouble>> = { defender: new Map(), sentinel: new Map() };
  const filledAt: Record<System, string | null> = { defender: null, sentinel: null };
  const lastSuccessAt: Record<System, string | null> = { defender: null, sentinel: null };

  function of(system: System): SourceHealth {
    const current = [...troubles[system].values()].sort((left, right) => left.since.localeCompare(right.since));
    // Asked to wait is not failing: the system answers, and what was read stays current enough.
    const failing = current.filter((trouble) => trouble.throttledUntil === null);
    return {
      system,
      filledAt: filledAt[system],
      lastSuccessAt: lastSuccessAt[system],
      failingSince: failing[0]?.since ?? null,
      reason: failing.at(-1)?.reason ?? null,
      throttledUntil: current.findLast((trouble) => trouble.throttledUntil !== null)?.throttledUntil ?? null,
    };
  }

  return {
    success(system, reading) {
      lastSuccessAt[system] = now().toISOString();
      if (troubles[system].delete(reading)) changed();
    },
    failure(system, reading, error) {
      const before = troubles[system].get(reading);
      const waitMs = isApiError(error) && error.status === 429 ? error.retryAfterMs : null;
      const trouble = {
        since: before?.since ?? now().toISOString(),
        reason: reasonOf(error),
        throttledUntil: waitMs === null ? null : new Date(now().getTime() + waitMs).toISOString(),
      };
      troubles[system].set(reading, trouble);
      if (before?.reason !== trouble.reason || waitMs !== null) changed();
    },
    filled(system, at) {
      filledAt[system] = at;
      changed();
    },
    restore(system, known) {
      filledAt[system] = known.filledAt;
      lastSuccessAt[system] = known.lastSuccessAt;
    },
    all: () => [of('defender'), of('sentinel')],
    of,
  };
}
