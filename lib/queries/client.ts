/**
 * The one client of the console's own API in the browser. Only the router's type crosses the wire boundary,
 * so no server code (and no zod) reaches the bundle.
 */
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { AppRouter } from '@/lib/rpc/router';

/** Where app/api/rpc mounts the router. */
const url = '/api/rpc';

// Not batched: over HTTP/2 or loopback a request each is as quick, and a slow read never holds back a quick one.
export const rpc = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpLink({ url }),
    }),
  ],
});
