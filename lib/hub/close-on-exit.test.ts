import { afterEach, expect, it, vi } from 'vitest';
import { closeOnExit } from '@/lib/hub/close-on-exit';

const before = (['SIGTERM', 'SIGINT'] as const).map((event) => ({ event, listeners: process.listeners(event) }));

afterEach(() => {
  vi.restoreAllMocks();
  for (const { event, listeners } of before) {
    process.removeAllListeners(event);
    for (const listener of listeners) process.on(event, listener);
  }
});

it('closes the hub before the process ends, whoever else wants to end it at once', async () => {
  const steps: string[] = [];
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    steps.push(`exit ${code}`);
    return undefined as never;
  });
  process.on('SIGTERM', () => process.exit(143));
  closeOnExit(
    Promise.resolve({
      close: async () => {
        await Promise.resolve();
        steps.push('closed');
      },
    }),
  );
  process.emit('SIGTERM');
  await expect.poll(() => steps).toEqual(['closed', 'exit 0']);
});
