/**
 * Trying again, only where that cannot do anything twice: 429 for every verb, because the service says that it did
 * nothing; 502, 503, 504 and dropped connections for reads, because nobody knows whether a write arrived.
 */
import { isRead } from '@/lib/api/transport/reads';
import { retryAfterMs } from '@/lib/api/transport/retry-after';
import type { Policy } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';

/** Unless told otherwise four tries and a patience of a minute. */
export type RetryOptions = {
  clock: Clock;
  /** From 0 (inclusive) to 1, for the jitter. */
  random: () => number;
  /** Tries in all, the first included. */
  attempts?: number;
  /** A service that asks for a longer pause gets its refusal passed on, with the pause in it. */
  patienceMs?: number;
};

const firstBackOffMs = 500;
const longestBackOffMs = 20_000;
const passing = new Set([502, 503, 504]);

/** The last refusal or broken connection is passed on as it came. */
export function retry({ clock, random, attempts = 4, patienceMs = 60_000 }: RetryOptions): Policy {
  return (next) => async (request) => {
    const read = isRead(request);
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt >= attempts;
      // The body of a Request can be sent once, so every try gets a copy.
      const outcome = await settle(next(last ? request : request.clone()));
      if (last || !worthRepeating(outcome, read)) return unsettle(outcome);
      const asked = outcome.kind === 'response' ? retryAfterMs(outcome.response.headers, clock.now()) : null;
      const waitMs = asked ?? backOffMs(attempt, random());
      if (waitMs > patienceMs) return unsettle(outcome);
      await clock.sleep(waitMs, request.signal);
    }
  };
}

/** Half fixed, half random, doubling: 250 to 500 ms, 500 to 1000 ms … so that a crowd doesn't come back as one. */
export function backOffMs(attempt: number, random: number): number {
  const ceiling = Math.min(longestBackOffMs, firstBackOffMs * 2 ** (attempt - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

type Outcome = { kind: 'response'; response: Response } | { kind: 'dropped'; error: unknown };

async function settle(pending: Promise<Response>): Promise<Outcome> {
  try {
    return { kind: 'response', response: await pending };
  } catch (error) {
    return { kind: 'dropped', error };
  }
}

function unsettle(outcome: Outcome): Response {
  if (outcome.kind === 'dropped') throw outcome.error;
  return outcome.response;
}

function worthRepeating(outcome: Outcome, read: boolean): boolean {
  if (outcome.kind === 'dropped') return read && isConnectionFailure(outcome.error);
  const { status } = outcome.response;
  return status === 429 || (read && passing.has(status));
}

/**
 * `fetch` rejects with TypeError when the network fails. A deadline that passed is no such thing: whoever was too slow
 * once would only be asked to be slow again.
 */
function isConnectionFailure(error: unknown): boolean {
  return error instanceof TypeError;
}
