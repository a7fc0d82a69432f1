/** The one tRPC instance of the console's own API, with what every procedure shares: context, errors, heartbeat. */
import { initTRPC } from '@trpc/server';
import type { Hub } from '@/lib/hub/hub';
import { plainError } from '@/lib/rpc/plain-error';

/** The hub is asked for lazily, so that a console without settings still answers, and says what is missing. */
export type RpcContext = { hub: () => Promise<Hub> };

const trpc = initTRPC.context<RpcContext>().create({
  errorFormatter: ({ shape, error }) => plainError(shape, error),
  // Proxies and sleeping laptops cut silent connections; both ends must notice within seconds.
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
});

export const router = trpc.router;
export const procedure = trpc.procedure;
