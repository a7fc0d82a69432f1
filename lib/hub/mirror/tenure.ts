/**
 * Which of the processes on one store follows Microsoft's lists: the one that holds the lease. It renews the lease long
 * before its end; one that cannot (it hangs, or has lost the store) is replaced when it ends, and whatever it still
 * tries to write is refused by the store.
 */
import type { Clock } from '@/lib/base/clock';
import { type Lease, LeaseLost } from '@/lib/store/leases';
import type { FencedTables, Store } from '@/lib/store/store';

export type Tenure = {
  /** Whether the lease was this process's when it last looked. */
  holds(): boolean;
  /** Takes the lease now if it can be had. False while another process has it. */
  take(): Promise<boolean>;
  /** All of `write` or nothing, and only while the lease is this process's. Rejects with `LeaseLost` otherwise. */
  write<Result>(write: (tables: FencedTables) => Promise<Result>): Promise<Result>;
  /** Tries for the lease from now on; `begin` is called with each new one, its signal is aborted when it is lost. */
  start(begin: (signal: AbortSignal) => Promise<void>): void;
  /** Gives the lease back, so that nobody has to wait for its end. */
  end(): Promise<void>;
};

export type TenureOptions = {
  store: Pick<Store, 'leases' | 'under'>;
  clock: Clock;
  signal: AbortSignal;
  /** How long a process that died keeps the others waiting. */
  leaseMs: number;
};

const leaseName = 'follow-microsoft';

export function createTenure({ store, clock, signal, leaseMs }: TenureOptions): Tenure {
  let lease: Lease | null = null;
  let stint: AbortController | null = null;
  let renewedAtMs = 0;

  function lose(): void {
    lease = null;
    stint?.abort();
    stint = null;
  }

  async function take(): Promise<boolean> {
    const askedAtMs = clock.now();
    const fresh = await store.leases.take(leaseName, leaseMs);
    if (fresh?.token !== lease?.token) lose();
    lease = fresh;
    renewedAtMs = askedAtMs;
    return fresh !== null;
  }

  async function tryOnce(begin: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      if (!(await take()) || stint !== null) return;
      stint = new AbortController();
      await begin(AbortSignal.any([signal, stint.signal]));
    } catch (error) {
      if (signal.aborted) return;
      console.error('onequeue: the lease for following Microsoft could not be renewed', error);
      if (clock.now() - renewedAtMs > leaseMs) lose();
    }
  }

  return {
    holds: () => lease !== null,
    take,
    write(write) {
      if (lease === null) return Promise.reject(new LeaseLost({ name: leaseName, token: 0 }));
      return store.under(lease, write);
    },
    start(begin) {
      const tryOn = async () => {
        while (!signal.aborted) {
          await tryOnce(begin);
          await clock.sleep(leaseMs / 3, signal).catch(() => {
            // Woken by the end of the hub.
          });
        }
      };
      void tryOn();
    },
    async end() {
      const held = lease;
      lose();
      if (held !== null) await store.leases.release(held);
    },
  };
}
