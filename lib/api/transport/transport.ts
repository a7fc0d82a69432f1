/** The chain of policies of one service, in order, and the budgets that belong to it. */
import type { ApiName } from '@/lib/api/transport/api-error';
import { authorize, type TokenSource } from '@/lib/api/transport/authorize';
import { type Deadlines, deadline } from '@/lib/api/transport/deadline';
import { preferUnknownEnumMembers } from '@/lib/api/transport/prefer';
import { raiseErrors } from '@/lib/api/transport/raise-errors';
import { type RequestIdHeader, requestIds } from '@/lib/api/transport/request-ids';
import { retry } from '@/lib/api/transport/retry';
import { compose, type Send } from '@/lib/api/transport/send';
import { type OnServerDate, serverDate } from '@/lib/api/transport/server-date';
import { type Budget, type Limit, throttleBudget } from '@/lib/api/transport/throttle-budget';
import type { Clock } from '@/lib/base/clock';

/** One service's share of the client's options. */
export type TransportOptions = {
  api: ApiName;
  /** The wire itself. */
  send: Send;
  clock: Clock;
  random: () => number;
  newId: () => string;
  /** Longest time for one try, the reading of the answer included. */
  deadlines: Deadlines;
  /** Longest time to wait for a budget or a Retry-After before the wait is passed on as an error. */
  patienceMs: number;
  /** Requests go without a token where there is none: Entra's own endpoint. */
  tokens: TokenSource | null;
  limits: readonly Limit[];
  onServerDate: OnServerDate;
};

const requestIdHeaders: Record<ApiName, RequestIdHeader> = {
  graphSecurity: 'client-request-id',
  graphDirectory: 'client-request-id',
  sentinel: 'x-ms-client-request-id',
  logAnalytics: 'x-ms-client-request-id',
  defenderEndpoint: 'client-request-id',
  entra: 'client-request-id',
};

/** `send` takes requests that `createCall` builds and rejects with an ApiError where Microsoft refuses. */
export function createTransport(options: TransportOptions): { send: Send; budgets: Budget[] } {
  const { api, clock, random, newId, patienceMs, tokens } = options;
  const budgets = options.limits.map((limit) => throttleBudget({ api, limit, clock, patienceMs }));
  const send = compose(options.send, [
    raiseErrors(api, clock),
    requestIds(requestIdHeaders[api], newId),
    ...(api === 'graphSecurity' || api === 'graphDirectory' ? [preferUnknownEnumMembers] : []),
    // Below this line once per try: a try takes its own budget, its own token and its own deadline.
    retry({ clock, random, patienceMs }),
    ...budgets.map((budget) => budget.policy),
    ...(tokens === null ? [] : [authorize(tokens)]),
    serverDate(options.onServerDate),
    deadline(options.deadlines),
  ]);
  return { send, budgets };
}
