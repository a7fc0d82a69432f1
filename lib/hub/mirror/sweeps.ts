/** The sweeps of the three lists, and how each system is asked whether it still has an entry that its list did not show. */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import type { System } from '@/lib/domain/source/source';
import { budget } from '@/lib/hub/mirror/budget';
import {
  defenderAlerts,
  defenderIncidents,
  type ReadingOptions,
  sentinelIncidents,
} from '@/lib/hub/mirror/list-readings';
import { createSweep, type Deletions, type SweepOptions } from '@/lib/hub/mirror/sweep';
import type { Store } from '@/lib/store/store';

export type SweepsOptions = ReadingOptions & SweepOptions & { store: Pick<Store, 'incidentCopies'> };

export type Sweeps = { start(stint: AbortSignal): void; once(): Promise<void> };

async function isMissing(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return true;
    throw error;
  }
}

function deletionsOf<Wire>(
  system: System,
  idOf: (wire: Wire) => string,
  ask: (api: Api, id: string) => Promise<unknown>,
  { api, store, mirror, publish, tenure }: SweepsOptions,
): Deletions<Wire> {
  return {
    idOf,
    known: () => store.incidentCopies.ids(system),
    isGone: (id) => isMissing(() => ask(api, id)),
    async forget(ids) {
      await tenure.write((tables) => tables.incidentCopies.remove(system, ids));
      mirror.remove(system, ids);
      publish();
    },
  };
}

export function createSweeps(options: SweepsOptions): Sweeps {
  const { defenderPageMs, sentinelPageMs } = budget.sweep;
  const sweeps = [
    createSweep(
      defenderIncidents(options),
      defenderPageMs,
      deletionsOf(
        'defender',
        ({ id }) => id,
        (api, id) => api.graphSecurity.incidents.get(id),
        options,
      ),
      options,
    ),
    // Defender keeps alerts as long as their incidents: none is deleted by itself.
    createSweep(defenderAlerts(options), defenderPageMs, null, options),
    createSweep(
      sentinelIncidents(options),
      sentinelPageMs,
      deletionsOf(
        'sentinel',
        ({ name }) => name,
        (api, name) => api.sentinel.incidents.get(name),
        options,
      ),
      options,
    ),
  ];
  return {
    start(stint) {
      for (const sweep of sweeps) sweep.start(stint);
    },
    async once() {
      for (const sweep of sweeps) await sweep.once(options.signal);
    },
  };
}
