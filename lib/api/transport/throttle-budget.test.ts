import { expect, test } from 'vitest';
import type { Send } from '@/lib/api/transport/send';
import { throttleBudget } from '@/lib/api/transport/throttle-budget';
import { manualClock } from '@/lib/base/manual-clock';

const request = () => new Request('https://management.azure.com/x');
const ok: Send = async () => new Response(null, { status: 200 });

function budgetOf(limit: number, windowMs: number, patienceMs = 60_000) {
  const clock = manualClock();
  const budget = throttleBudget({
    api: 'sentinel',
    limit: { name: 'reads', source: '', limit, windowMs, applies: () => true },
    clock,
    patienceMs,
  });
  return { clock, budget };
}

test('no window ever sees more requests than the limit', async () => {
  const { clock, budget } = budgetOf(3, 10_000);
  const sentAt: number[] = [];
  const send = budget.policy(async (asked) => {
    sentAt.push(clock.now());
    return ok(asked);
  });
  for (let sent = 0; sent < 10; sent += 1) {
    await send(request());
    clock.advance(100);
  }
  for (const start of sentAt) {
    expect(sentAt.filter((at) => at >= start && at < start + 10_000).length).toBeLessThanOrEqual(3);
  }
});

test('what is used can be seen', async () => {
  const { clock, budget } = budgetOf(3, 10_000);
  const send = budget.policy(ok);
  await send(request());
  await send(request());
  expect(budget.state()).toMatchObject({ limit: 3, used: 2, waiting: 0, pausedUntil: null });
  clock.advance(11_000);
  expect(budget.state()).toMatchObject({ used: 0 });
});

test('a 429 makes everybody wait, not only who got it', async () => {
  const { clock, budget } = budgetOf(100, 10_000);
  const refused = new Response(null, { status: 429, headers: { 'retry-after': '5' } });
  await budget.policy(async () => refused)(request());
  expect(budget.state().pausedUntil).toBe('2025-01-15T10:05:05.000Z');
  await budget.policy(ok)(request());
  expect(clock.naps).toEqual([5_000]);
});

test('a wait beyond our patience is an error that says how long', async () => {
  const { budget } = budgetOf(1, 300_000, 60_000);
  const send = budget.policy(ok);
  await send(request());
  await expect(send(request())).rejects.toMatchObject({
    code: 'BudgetExhausted',
    status: 429,
    retryable: true,
    retryAfterMs: 301_000,
  });
});

test('who gives up waiting takes nothing from the budget', async () => {
  const { budget } = budgetOf(1, 10_000);
  const send = budget.policy(ok);
  await send(request());
  await expect(send(new Request('https://management.azure.com/x', { signal: AbortSignal.abort() }))).rejects.toThrow();
  expect(budget.state()).toMatchObject({ used: 1, waiting: 0 });
});
