// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from '@/components/ui/patiently';

const lost = () => Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('without a connection it waits as long as it takes', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const load = vi.fn().mockRejectedValue(lost());
  const loaded = patiently(load);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  load.mockResolvedValue('file');
  window.dispatchEvent(new Event('online'));
  expect(await loaded).toBe('file');
});

test('with one it gives up after a while, and a fault of the file itself is thrown at once', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const given = patiently(vi.fn().mockRejectedValue(lost())).catch((error: Error) => error.name);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(await given).toBe('ChunkLoadError');
  await expect(patiently(() => Promise.reject(new TypeError('x')))).rejects.toThrow('x');
});
