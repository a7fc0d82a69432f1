/**
 * The one client of the console's own API in the browser. Only the router's type crosses the wire boundary,
 * so no server code (and no zod) reaches the bundle.
 */
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { packedType } from '@/lib/domain/incident/incident-table';
import type { AppRouter } from '@/lib/rpc/router';

/** Where app/api/rpc mounts the router. */
const url = '/api/rpc';

/** The whole queue comes as a gzip file, see `packedType`. Whoever answers in its stead answers plainly. */
async function fetchPacked(
  address: RequestInfo | URL,
  { headers = {}, signal }: { headers?: HeadersInit; signal?: AbortSignal | null | undefined } = {},
): Promise<Response> {
  const response = await fetch(address, { headers, signal: signal ?? null });
  if (response.headers.get('content-type') !== packedType || response.body === null) return response;
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')), { status: response.status });
}

// Not batched: over HTTP/2 or loopback a request each is as quick, and a slow read never holds back a quick one.
export const rpc = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: ({ path }) => path === 'incidents.table',
        true: httpLink({ url, fetch: fetchPacked, headers: { accept: `${packedType}, application/json` } }),
        false: httpLink({ url }),
      }),
    }),
  ],
});
