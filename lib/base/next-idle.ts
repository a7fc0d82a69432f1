/**
 * Waits until a browser has nothing better to do: no key waits, no frame is to be painted. Never longer than `mostMs`,
 * so that what is put off comes in busy and in hidden tabs too. Where nobody paints it is the next task.
 */
import { nextTask } from '@/lib/base/next-task';

const mostMs = 300;

export function nextIdle(): Promise<void> {
  if (typeof requestIdleCallback === 'undefined') return nextTask();
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: mostMs });
  });
}
