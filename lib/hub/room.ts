/** Lets readings that nobody waits for step back while those that somebody waits for use much of the quota. */
import type { Api } from '@/lib/api/api';
import type { Clock } from '@/lib/base/clock';
import type { System } from '@/lib/domain/source/source';

/** The limits that a system's lists count against, by the names of lib/api/transport/limits. */
const limitOf: Record<System, string> = { defender: 'Graph security', sentinel: 'Sentinel incidents, reads' };

/**
 * Resolves at once while less than `share` of the system's quota is used or spoken for, otherwise after a pause: a
 * reading that pauses like this before each page takes no more than its share.
 */
export type Room = (system: System, share: number, signal: AbortSignal) => Promise<void>;

export function createRoom(api: Pick<Api, 'budgets'>, clock: Clock): Room {
  return async (system, share, signal) => {
    const state = api.budgets().find(({ name }) => name === limitOf[system]);
    if (state === undefined || state.used + state.waiting <= share * state.limit) return;
    await clock.sleep(state.windowMs / (share * state.limit), signal);
  };
}
