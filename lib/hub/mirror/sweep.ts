/**
 * Reads a whole list, a page now and then, and so heals what the deltas missed: a change whose time lies before the one
 * that was read last, and an entry that was deleted, of which no delta tells.
 */
import type { ApiError } from '@/lib/api/transport/api-error';
import type { Clock } from '@/lib/base/clock';
import { budget } from '@/lib/hub/mirror/budget';
import type { ListReading } from '@/lib/hub/mirror/reader';
import type { Room } from '@/lib/hub/mirror/room';
import type { HealthBook } from '@/lib/hub/mirror/source-health';
import type { Tenure } from '@/lib/hub/mirror/tenure';

/** What a sweep needs to find deleted entries; without it they stay. */
export type Deletions<Wire> = {
  idOf: (wire: Wire) => string;
  /** What the store holds. */
  known: () => Promise<string[]>;
  /** Whether the system has it no more; asked once for each that the list did not show. */
  isGone: (id: string) => Promise<boolean>;
  forget: (ids: readonly string[]) => Promise<void>;
};

export type SweepOptions = {
  clock: Clock;
  health: Pick<HealthBook, 'incomplete'>;
  tenure: Pick<Tenure, 'write'>;
  room: Room;
};

export type Sweep = {
  /** The whole list once. */
  once(signal: AbortSignal): Promise<void>;
  /** Again and again, with a long rest in between. */
  start(signal: AbortSignal): void;
};

export function createSweep<Wire>(
  reading: ListReading<Wire>,
  pageMs: number,
  deletions: Deletions<Wire> | null,
  { clock, health, tenure, room }: SweepOptions,
): Sweep {
  async function pause(waitMs: number, signal: AbortSignal): Promise<void> {
    await clock.sleep(waitMs, signal);
    await room(reading.system, budget.shares.sweep, signal);
  }

  async function forgetDeleted(
    known: readonly string[],
    seen: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    if (deletions === null) return;
    const gone: string[] = [];
    for (const id of known.filter((candidate) => !seen.has(candidate))) {
      await pause(pageMs, signal);
      if (await deletions.isGone(id)) gone.push(id);
    }
    if (gone.length > 0) await deletions.forget(gone);
  }

  async function once(signal: AbortSignal): Promise<void> {
    // What is added while the list is read needs no proof that it is there.
    const known = (await deletions?.known()) ?? [];
    const seen = new Set<string>();
    let gap: string | null = null;
    const note = (error: ApiError) => {
      gap = error.message;
    };
    for await (const page of reading.list(undefined, note)) {
      await tenure.write((tables) => reading.save(page, tables));
      reading.show(page);
      if (deletions !== null) for (const wire of page) seen.add(deletions.idOf(wire));
      await pause(pageMs, signal);
    }
    health.incomplete(reading.system, reading.reading, gap);
    await forgetDeleted(known, seen, signal);
  }

  return {
    once,
    start(signal) {
      void (async () => {
        let restMs: number = budget.sweep.firstAfterMs;
        while (!signal.aborted) {
          try {
            await pause(restMs, signal);
            restMs = budget.sweep.restMs;
            await once(signal);
          } catch (error) {
            // The deltas say in the health book what is wrong with a system; the next sweep begins anew.
            if (!signal.aborted)
              console.warn(`onequeue: the sweep of ${reading.system} ${reading.reading} ended`, error);
          }
        }
      })();
    },
  };
}
