/** The one tRPC instance of the console's own API, with what every procedure shares: context, errors, heartbeat. */
import { initTRPC, TRPCError } from '@trpc/server';
import type { Assignee } from '@/lib/domain/incident/incident';
import { explain } from '@/lib/hub/explain';
import type { Hub } from '@/lib/hub/hub';
import type { HubError } from '@/lib/hub/hub-error';
import { plainError } from '@/lib/rpc/plain-error';

/** The hub is asked for lazily, so that a console without settings still answers, and says what is missing. */
export type RpcContext = {
  hub: () => Promise<Hub>;
  /** The analyst of this request. */
  who: () => Promise<Assignee>;
  /** The page may say who it is. */
  canSwitchUser: boolean;
};

const trpc = initTRPC.context<RpcContext>().create({
  errorFormatter: ({ shape, error }) => plainError(shape, error),
  // Proxies and sleeping laptops cut silent connections; both ends must notice within seconds.
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
});

const codes = {
  notFound: 'NOT_FOUND',
  notAllowed: 'FORBIDDEN',
  unavailable: 'SERVICE_UNAVAILABLE',
  notConfigured: 'PRECONDITION_FAILED',
} as const satisfies Record<HubError['code'], TRPCError['code']>;

/** What the hub says in words for people reaches the page in these words. */
const explained = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const known = explain(result.error.cause);
  if (known === null) return result;
  throw new TRPCError({ code: codes[known.code], message: known.message, cause: known });
});

/** Makes a namespace of procedures. */
export const router = trpc.router;

/**
 * The beginning of every procedure: a HubError or an ApiError arrives at the page with its words and a fitting code.
 */
export const procedure = trpc.procedure.use(explained);
