import { expect, test } from 'vitest';
import type { BudgetState } from '@/lib/api/transport/throttle-budget';
import { manualClock } from '@/lib/base/manual-clock';
import { createRoom } from '@/lib/hub/mirror/room';

const { signal } = new AbortController();
const half = { above: 0.5, pace: 0.1 };

function state(used: number, waiting = 0): BudgetState {
  return { name: 'Graph security', limit: 150, windowMs: 60_000, used, waiting, pausedUntil: null };
}

test.each([
  ['little is used', state(10), []],
  ['just its share is used', state(75), []],
  ['more is used', state(76), [4_000]],
  ['more is spoken for', state(40, 40), [4_000]],
])('while more than half of the quota is used a reading takes a tenth of it: %s', async (_, budget, naps) => {
  const clock = manualClock();
  await createRoom({ budgets: () => [budget] }, clock)('defender', half, signal);
  expect(clock.naps).toEqual(naps);
});

test('another limit that is used up holds nobody back', async () => {
  const clock = manualClock();
  await createRoom({ budgets: () => [{ ...state(150), name: 'Advanced hunting' }] }, clock)('defender', half, signal);
  expect(clock.naps).toEqual([]);
});
