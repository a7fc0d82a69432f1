/**
 * Ends the process in order when it is asked to: the embedded database keeps its directory locked otherwise, and other
 * processes wait for the end of our leases. Browsers that are connected are let go, not waited for.
 */
import type { Hub } from '@/lib/hub/hub';

/** Whatever has not ended by then is left to the next start, which finds it in the store. */
const patienceMs = 10_000;

export function closeOnExit(hub: Promise<Pick<Hub, 'close'>>): void {
  for (const event of ['SIGTERM', 'SIGINT'] as const) {
    // Next would end the process as soon as no browser is connected, in the middle of our closing: a database that is
    // not closed takes seconds to open again (next/dist/server/lib/start-server.js).
    process.removeAllListeners(event);
    process.once(event, () => {
      setTimeout(() => process.exit(1), patienceMs).unref();
      hub
        .then((running) => running.close())
        .catch((error: unknown) => console.error('onequeue: closing failed', error))
        .finally(() => process.exit(0));
    });
  }
}
