/** Lets readings that nobody waits for step back while those that somebody waits for use much of the quota. */
import type { Api } from '@/lib/api/api';
import type { Clock } from '@/lib/base/clock';
import type { System } from '@/lib/domain/source/source';

/** The limits that a system's lists count against, by the names of lib/api/transport/limits. */
const limitOf: Record<System, string> = { defender: 'Graph security', sentinel: 'Sentinel incidents, reads' };

/** Parts of a quota. While more than `above` is used, by whomever, a reading takes no more than `pace` of it. */
export type Share = { above: number; pace: number };

/** Resolves at once while there is room, otherwise after the pause that the pace demands before each page. */
export type Room = (system: System, share: Share, signal: AbortSignal) => Promise<void>;

export function createRoom(api: Pick<Api, 'budgets'>, clock: Clock): Room {
  return async (system, { above, pace }, signal) => {
    const state = api.budgets().find(({ name }) => name === limitOf[system]);
    if (state === undefined || state.used + state.waiting <= above * state.limit) return;
    await clock.sleep(state.windowMs / (pace * state.limit), signal);
  };
}
