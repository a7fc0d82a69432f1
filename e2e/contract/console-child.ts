/**
 * A console's server as a process of its own, without its pages: hub and API on an HTTP port that it prints, on the
 * database that the environment names. For tests that have several of them, or end one.
 */
import { analyst, environmentAt } from '@/e2e/contract/hub-settings';
import { serveHttp } from '@/e2e/contract/serve-http';
import { systemClock } from '@/lib/base/clock';
import { closeOnExit } from '@/lib/hub/close-on-exit';
import { createHub } from '@/lib/hub/create-hub';
import { serve } from '@/lib/rpc/serve';
import { openStore, storePlace } from '@/lib/store/store';
import { createUpstream } from '@/lib/upstream/upstream';

const { CONSOLE_UPSTREAM = '', CONSOLE_NAME = '', CONSOLE_LEASE_MS = '' } = process.env;

/** The tenant's front door counts who asks. */
const named = (request: Request): Request => {
  const headers = new Headers(request.headers);
  headers.set('x-console', CONSOLE_NAME);
  return new Request(request, { headers });
};

async function start() {
  const environment = environmentAt(CONSOLE_UPSTREAM);
  const upstream = createUpstream(environment, { send: (request) => fetch(named(request)) });
  const hub = await createHub({
    api: upstream.api,
    store: await openStore(storePlace(process.env)),
    workspace: environment.workspace,
    user: analyst,
    department: 'Security Operations',
    now: upstream.serverNow,
    clock: systemClock,
    random: Math.random,
    ...(CONSOLE_LEASE_MS === '' ? {} : { leaseMs: Number(CONSOLE_LEASE_MS) }),
  });
  hub.start();
  return hub;
}

const hub = start();
closeOnExit(hub);
hub
  .then(() => serveHttp((request) => serve(request, { endpoint: '/api/rpc', hub: () => hub })))
  .then(
    ({ origin }) => process.stdout.write(`READY ${origin}\n`),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
