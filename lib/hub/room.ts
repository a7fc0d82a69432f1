/** Lets readings that nobody waits for go on only while enough of the quota is left for those that somebody waits for. */
import type { Api } from '@/lib/api/api';
import type { Clock } from '@/lib/base/clock';
import type { System } from '@/lib/domain/source/source';
import { budget } from '@/lib/hub/budget';

/** The limits that a system's lists count against, by the names of lib/api/transport/limits. */
const limitOf: Record<System, string> = { defender: 'Graph security', sentinel: 'Sentinel incidents, reads' };

export type Room = (system: System, share: number, signal: AbortSignal) => Promise<void>;

/** Resolves when no more than `share` of the system's quota is used or spoken for. */
export function createRoom(api: Pick<Api, 'budgets'>, clock: Clock): Room {
  function isFull(system: System, share: number): boolean {
    return api
      .budgets()
      .some(({ name, used, waiting, limit }) => name === limitOf[system] && used + waiting > share * limit);
  }
  return async (system, share, signal) => {
    while (isFull(system, share)) await clock.sleep(budget.stepBackMs, signal);
  };
}
