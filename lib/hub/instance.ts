/**
 * The hub of this process. Next.js loads a module once for instrumentation and again for routes, so the instance hangs
 * on `globalThis`. It starts when first asked for; a start that failed is tried again at the next question, so that a
 * console whose database or settings were repaired needs no restart to say so.
 */
import { systemClock } from '@/lib/base/clock';
import { closeOnExit } from '@/lib/hub/close-on-exit';
import { createHub, type RunningHub } from '@/lib/hub/create-hub';
import type { Hub } from '@/lib/hub/hub';
import { HubError } from '@/lib/hub/hub-error';
import { openStore, storePlace } from '@/lib/store/store';
import { StoreError } from '@/lib/store/store-error';
import { readEnvironment } from '@/lib/upstream/environment';
import { createUpstream } from '@/lib/upstream/upstream';

type Holder = { onequeueHub?: Promise<RunningHub> };

/** Guaranteed by this module: nobody else uses the property. */
function holder(): Holder {
  return globalThis as Holder;
}

const demoUser = 'maya.chen@contoso.com';
const defaultDepartment = 'Security Operations';

function environment() {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    throw new HubError('notConfigured', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function startHub(): Promise<RunningHub> {
  const { workspace, ...settings } = environment();
  const upstream = createUpstream({ ...settings, workspace });
  const hub = await createHub({
    api: upstream.api,
    store: await openStore(storePlace(process.env)),
    workspace,
    user: process.env.ONEQUEUE_USER || demoUser,
    department: process.env.ONEQUEUE_DEPARTMENT || defaultDepartment,
    ...(process.env.ONEQUEUE_GROUPS ? { groupWords: process.env.ONEQUEUE_GROUPS } : {}),
    now: upstream.serverNow,
    clock: systemClock,
    random: Math.random,
  });
  hub.start();
  return hub;
}

/** Rejects with a `HubError` or `StoreError` that says what is missing. */
export function getHub(): Promise<Hub> {
  const here = holder();
  if (here.onequeueHub === undefined) {
    const starting = startHub();
    here.onequeueHub = starting;
    starting.then(
      () => closeOnExit(starting),
      (error: unknown) => {
        delete here.onequeueHub;
        const expected = error instanceof HubError || error instanceof StoreError;
        console.error(
          expected ? `onequeue: ${error.message}` : 'onequeue: the hub could not be started',
          expected ? '' : error,
        );
      },
    );
  }
  return here.onequeueHub;
}
