import { afterEach, describe, expect, it, vi } from 'vitest';
import { remembered } from '@/lib/hub/remembered';

function bench() {
  const stored = new Map<string, unknown>();
  const marks = {
    read: async (name: string) => stored.get(name) ?? null,
    write: async (name: string, value: unknown) => void stored.set(name, value),
  };
  const clock = { nowMs: 0 };
  return { clock, options: { name: 'people', ttlMs: 100, nowMs: () => clock.nowMs, marks } };
}

describe('remembered', () => {
  afterEach(() => vi.restoreAllMocks());

  it('asks once for all who want it, and again when it is old', async () => {
    const { clock, options } = bench();
    let asked = 0;
    const get = remembered(async () => ++asked, options);
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    clock.nowMs = 99;
    expect(await get()).toBe(1);
    clock.nowMs = 100;
    expect(await get()).toBe(2);
  });

  it('lets the old answer stand while asking fails, also after a restart', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { clock, options } = bench();
    const answers = [async () => 'maya', async () => Promise.reject(new Error('down'))];
    const get = remembered(async () => (answers.shift() ?? (() => Promise.reject(new Error('down'))))(), options);
    await get();
    clock.nowMs = 1_000;
    expect(await get()).toBe('maya');
    expect(await remembered(() => Promise.reject(new Error('down')), options)()).toBe('maya');
  });

  it('fails while there has never been an answer', async () => {
    await expect(remembered(() => Promise.reject(new Error('down')), bench().options)()).rejects.toThrow('down');
  });
});
