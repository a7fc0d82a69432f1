/**
 * A console's hub as a process of its own, for the tests that kill it. It stops dead at the point that `HUB_HALT_AT`
 * names and says so, so that the test can kill it exactly there; without one it resumes what an earlier process left.
 */

import { analyst, environmentAt, unseen } from '@/e2e/contract/hub-settings';
import type { Send } from '@/lib/api/transport/send';
import { systemClock } from '@/lib/base/clock';
import { createHub } from '@/lib/hub/create-hub';
import { openStore, type Store } from '@/lib/store/store';
import { createUpstream } from '@/lib/upstream/upstream';

const {
  HUB_ORIGIN = '',
  HUB_STORE = '',
  HUB_HALT_AT = '',
  HUB_KEY = '',
  HUB_COMMAND = '',
  HUB_ACT = 'change',
} = process.env;

const forever = () => new Promise<never>(() => {});

/** Says that the point is reached and never goes on. */
function halt(): Promise<never> {
  process.stdout.write(`HALTED ${HUB_HALT_AT}\n`);
  return forever();
}

const isWrite = (request: Request) => request.method === 'PATCH' || /\/comments$/u.test(new URL(request.url).pathname);

const wire: Send = async (request) => {
  if (HUB_HALT_AT === 'before-the-wire' && isWrite(request)) return halt();
  const response = await fetch(request);
  if (HUB_HALT_AT === 'after-the-answer' && isWrite(request)) return halt();
  return response;
};

/** Halts when an attempt is about to be recorded: the command is accepted and nothing more is known of it. */
function haltingStore(store: Store): Store {
  if (HUB_HALT_AT !== 'accepted') return store;
  return {
    ...store,
    commands: {
      ...store.commands,
      update: (steps) =>
        steps.some(({ command }) => command.state === 'sending') ? halt() : store.commands.update(steps),
    },
  };
}

async function main(): Promise<void> {
  const environment = environmentAt(HUB_ORIGIN);
  const upstream = createUpstream(environment, { send: wire });
  const hub = await createHub({
    api: upstream.api,
    store: haltingStore(await openStore({ kind: 'directory', path: HUB_STORE })),
    workspace: environment.workspace,
    user: analyst,
    department: 'Security Operations',
    now: upstream.serverNow,
    clock: systemClock,
    random: Math.random,
  });
  if (HUB_HALT_AT === '') {
    hub.start();
    process.stdout.write('RESUMED\n');
    process.once('SIGTERM', () => void hub.close().then(() => process.exit(0)));
    return;
  }
  await hub.refresh();
  const act = { commandId: HUB_COMMAND, key: HUB_KEY };
  if (HUB_ACT === 'comment') await hub.addComment({ ...act, text: 'killed once' }, hub.person(analyst));
  else await hub.change({ ...act, ...unseen, changes: { status: 'inProgress' } }, hub.person(analyst));
  await forever();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
// A promise that never settles does not keep Node alive.
setInterval(() => {}, 60_000);
