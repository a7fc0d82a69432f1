/** The console's own API as a function of a request: what app/api/rpc mounts, and what tests call. */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Hub } from '@/lib/hub/hub';
import { appRouter } from '@/lib/rpc/router';
import { refusalOf } from '@/lib/rpc/same-origin';
import { tableAnswer } from '@/lib/rpc/table-answer';
import { type WhoSettings, whoAsks, whoSettings } from '@/lib/rpc/who';

/** `endpoint` is the path that the API is mounted at; `hub` may reject, and each request says why. */
export type ServeOptions = {
  endpoint: string;
  hub: () => Promise<Hub>;
  /** How to find out who asks; by default as the environment says. */
  identity?: WhoSettings;
};

/** Whoever is no page of the console is answered with 403. */
export async function serve(
  request: Request,
  { endpoint, hub, identity = whoSettings(process.env) }: ServeOptions,
): Promise<Response> {
  const refusal = refusalOf(request);
  if (refusal !== null) return Response.json({ error: { message: refusal } }, { status: 403 });
  const table = await tableAnswer(request, `${endpoint}/incidents.table`, hub);
  if (table !== null) return table;
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    createContext: () => ({
      hub,
      who: async () => whoAsks(request, await hub(), identity),
      canSwitchUser: identity.switchable,
    }),
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    onError({ error, path }) {
      // Whatever has no words for people is a fault of ours and belongs into the log.
      if (error.code === 'INTERNAL_SERVER_ERROR')
        console.error(`onequeue: ${path ?? 'rpc'} failed`, error.cause ?? error);
    },
  });
}
