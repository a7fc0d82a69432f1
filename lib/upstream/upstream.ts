/** The client as the server uses it: configured, with tokens and with Microsoft's time. */
import { type Api, createApi } from '@/lib/api/api';
import { entraTokens } from '@/lib/api/entra/token';
import { createCall } from '@/lib/api/transport/call';
import { type Deadlines, usualDeadlines } from '@/lib/api/transport/deadline';
import type { Send } from '@/lib/api/transport/send';
import type { BudgetState } from '@/lib/api/transport/throttle-budget';
import { createTransport } from '@/lib/api/transport/transport';
import { type Clock, systemClock } from '@/lib/base/clock';
import type { Environment } from '@/lib/upstream/environment';
import { createServerClock } from '@/lib/upstream/server-clock';
import { createTokens } from '@/lib/upstream/tokens';

export type Upstream = {
  api: Api;
  /** The tenant's clock, not this machine's: whatever is compared with Microsoft's times goes by it. */
  serverNow(): Date;
  /** How much of Microsoft's published limits is used. */
  budgets(): BudgetState[];
};

export type UpstreamOptions = {
  /** Stands in for `fetch` in tests. */
  send?: Send;
  clock?: Clock;
  random?: () => number;
  newId?: () => string;
  /** Longest wait for a budget or a Retry-After before it becomes an error with `retryAfterMs`. */
  patienceMs?: number;
  /** Longer ones for a stand-in that computes in the thread that waits for it. */
  deadlines?: Deadlines;
};

export function createUpstream(environment: Environment, options: UpstreamOptions = {}): Upstream {
  const { baseUrls, credentials, workspace } = environment;
  const send: Send = options.send ?? ((request) => fetch(request));
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const newId = options.newId ?? (() => crypto.randomUUID());
  const patienceMs = options.patienceMs ?? 60_000;
  const deadlines = options.deadlines ?? usualDeadlines;
  const serverClock = createServerClock(clock);
  const onServerDate = (date: Date) => serverClock.observe(date);

  const login = createTransport({
    api: 'entra',
    send,
    clock,
    random,
    newId,
    patienceMs,
    deadlines,
    tokens: null,
    limits: [],
    onServerDate,
  });
  const entra = entraTokens(createCall('entra', baseUrls.login, login.send), credentials);
  const tokens = createTokens(entra, clock);
  const api = createApi({
    send,
    baseUrls,
    workspace,
    tokens,
    clock,
    random,
    newId,
    patienceMs,
    deadlines,
    onServerDate,
  });
  return { api, serverNow: () => serverClock.now(), budgets: () => api.budgets() };
}
