/**
 * The tenant's clock as the hub's: an hour of theirs passes as quickly as their work can be done. Time stands still
 * while anything is on the wire, and otherwise goes on to the next moment for which somebody sleeps.
 */
import type { Send } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';
import type { Tenant } from '@/mocks/tenant';

export type TenantTime = {
  clock: Clock;
  /** The wire to the tenant, during whose use time stands still. */
  send: Send;
  /** Lets this much time pass. */
  pass(ms: number): Promise<void>;
};

/** Turns of the event loop without a new request after which everybody is taken to be waiting for time. */
const quietTurns = 8;
const stepMs = 1_000;

export function tenantTime(tenant: Tenant, wire: Send): TenantTime {
  const due: number[] = [];
  let onTheWire = 0;
  let requests = 0;

  async function quiet(): Promise<void> {
    for (let turns = 0, seen = requests; turns < quietTurns; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (onTheWire === 0 && seen === requests) continue;
      turns = 0;
      seen = requests;
    }
  }

  const clock: Clock = {
    now: () => tenant.clock.nowMs(),
    sleep: (waitMs, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const atMs = tenant.clock.nowMs() + waitMs;
        due.push(atMs);
        const forget = () => due.splice(due.indexOf(atMs), 1);
        const stop = () => {
          forget();
          cancel();
          reject(signal?.reason);
        };
        const cancel = tenant.clock.after(waitMs, () => {
          forget();
          signal?.removeEventListener('abort', stop);
          resolve();
        });
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };

  return {
    clock,
    async send(request) {
      onTheWire += 1;
      requests += 1;
      try {
        return await wire(request);
      } finally {
        onTheWire -= 1;
      }
    },
    async pass(ms) {
      const untilMs = tenant.clock.nowMs() + ms;
      for (;;) {
        await quiet();
        const nowMs = tenant.clock.nowMs();
        if (nowMs >= untilMs) return;
        // By whole steps: who wakes a little apart wakes together.
        const nextMs = Math.ceil(Math.max(nowMs + 1, Math.min(untilMs, ...due)) / stepMs) * stepMs;
        await tenant.clock.advance(Math.min(nextMs, untilMs) - nowMs);
      }
    },
  };
}
