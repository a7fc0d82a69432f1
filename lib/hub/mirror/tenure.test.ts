import { describe, expect, it } from 'vitest';
import type { Clock } from '@/lib/base/clock';
import { createTenure } from '@/lib/hub/mirror/tenure';
import { type Lease, LeaseLost } from '@/lib/store/leases';

const leaseMs = 15_000;

/** A store whose lease the test gives and takes; null: another process has it, 'down': the store does not answer. */
function stage(answer: () => number | null | 'down') {
  const ending = new AbortController();
  let nowMs = 0;
  let wake = () => {};
  const clock: Clock = {
    now: () => nowMs,
    sleep: (_, signal) =>
      new Promise((resolve, reject) => {
        wake = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const released: Lease[] = [];
  const tenure = createTenure({
    store: {
      leases: {
        take: async (name) => {
          const token = answer();
          if (token === 'down') throw new Error('the store is away');
          return token === null ? null : { name, token };
        },
        release: async (lease) => void released.push(lease),
      },
      under: async () => {
        throw new Error('nothing is written here');
      },
    },
    clock,
    signal: ending.signal,
    leaseMs,
  });
  const stints: AbortSignal[] = [];
  const pass = async (ms: number) => {
    nowMs += ms;
    wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { tenure, stints, released, pass, start: () => tenure.start(async (stint) => void stints.push(stint)) };
}

describe('tenure', () => {
  it('begins once for a lease that is renewed, and anew for a new one', async () => {
    let token = 1;
    const { tenure, stints, pass, start } = stage(() => token);
    start();
    await pass(0);
    await pass(5_000);
    expect([tenure.holds(), stints.length]).toEqual([true, 1]);
    token = 3;
    await pass(5_000);
    expect(stints.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('ends when another process has the lease, and then writes nothing', async () => {
    let token: number | null = 1;
    const { tenure, stints, pass, start } = stage(() => token);
    start();
    await pass(0);
    token = null;
    await pass(5_000);
    expect(stints.map(({ aborted }) => aborted)).toEqual([true]);
    await expect(tenure.write(async () => {})).rejects.toBeInstanceOf(LeaseLost);
  });

  it('survives a store that is away for less than the lease, and no longer', async () => {
    let answer: number | 'down' = 1;
    const { tenure, pass, start } = stage(() => answer);
    start();
    await pass(0);
    answer = 'down';
    await pass(5_000);
    expect(tenure.holds()).toBe(true);
    await pass(11_000);
    expect(tenure.holds()).toBe(false);
  });

  it('gives the lease back at the end', async () => {
    const { tenure, released, pass, start } = stage(() => 7);
    start();
    await pass(0);
    await tenure.end();
    expect(released.map(({ token }) => token)).toEqual([7]);
    expect(tenure.holds()).toBe(false);
  });
});
