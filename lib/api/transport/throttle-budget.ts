/**
 * Keeps us inside Microsoft's published limits by waiting before the service has to refuse: its quotas belong to the
 * tenant, and whoever trips one takes it from everybody's tools.
 */
import { ApiError, type ApiName } from '@/lib/api/transport/api-error';
import { retryAfterMs } from '@/lib/api/transport/retry-after';
import type { Policy } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';

/** A published limit: at most `limit` requests of this kind in any `windowMs`. */
export type Limit = {
  name: string;
  /** Microsoft's page that says so. */
  source: string;
  limit: number;
  windowMs: number;
  applies(request: Request): boolean;
};

/** How much of a limit is used, for whoever wants to show it. */
export type BudgetState = {
  name: string;
  limit: number;
  windowMs: number;
  used: number;
  waiting: number;
  /** Set while the service has told us to stay away. */
  pausedUntil: string | null;
};

/** The policy that waits, and what it has counted so far. */
export type Budget = { policy: Policy; state(): BudgetState };

/** One limit of one service; `api` only names the service in errors. */
export type BudgetOptions = {
  api: ApiName;
  limit: Limit;
  clock: Clock;
  /** A longer wait than this is refused at once, with the wait in the error. */
  patienceMs?: number;
};

/** The service counts a request when it arrives, and the next one may be quicker on its way. */
const travelMs = 1_000;

/** A moving window: exact where a refilling bucket would allow twice the limit in its first window. */
export function throttleBudget({ api, limit, clock, patienceMs = 60_000 }: BudgetOptions): Budget {
  const windowMs = limit.windowMs + travelMs;
  /** When requests were or will be sent, ascending. */
  let starts: number[] = [];
  let pausedUntilMs = 0;

  function reserve(): number {
    const now = clock.now();
    starts = starts.filter((start) => start > now - windowMs);
    const oldestThatCounts = starts.at(-limit.limit);
    const start = Math.max(now, pausedUntilMs, oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs);
    if (start - now > patienceMs) throw exhausted(api, limit, start - now);
    starts.push(start);
    return start - now;
  }

  function giveBack(start: number): void {
    const index = starts.lastIndexOf(start);
    if (index !== -1) starts.splice(index, 1);
  }

  const policy: Policy = (next) => async (request) => {
    if (!limit.applies(request)) return next(request);
    const askedAt = clock.now();
    const waitMs = reserve();
    if (waitMs > 0) {
      try {
        await clock.sleep(waitMs, request.signal);
      } catch (reason) {
        giveBack(askedAt + waitMs);
        throw reason;
      }
    }
    const response = await next(request);
    if (response.status === 429) {
      const pauseMs = retryAfterMs(response.headers, clock.now());
      if (pauseMs !== null) pausedUntilMs = Math.max(pausedUntilMs, clock.now() + pauseMs);
    }
    return response;
  };

  return {
    policy,
    state() {
      const now = clock.now();
      return {
        name: limit.name,
        limit: limit.limit,
        windowMs: limit.windowMs,
        used: starts.filter((start) => start > now - windowMs && start <= now).length,
        waiting: starts.filter((start) => start > now).length,
        pausedUntil: pausedUntilMs > now ? new Date(pausedUntilMs).toISOString() : null,
      };
    },
  };
}

function exhausted(api: ApiName, limit: Limit, waitMs: number): ApiError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ApiError({
    api,
    status: 429,
    code: 'BudgetExhausted',
    message: `The budget "${limit.name}" (${limit.limit} in ${limit.windowMs / 1000} s) is used up for another ${seconds} s.`,
    requestId: null,
    retryable: true,
    retryAfterMs: waitMs,
  });
}
