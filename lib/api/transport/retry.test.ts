import { expect, test } from 'vitest';
import { backOffMs, retry } from '@/lib/api/transport/retry';
import type { Send } from '@/lib/api/transport/send';
import { manualClock } from '@/lib/base/manual-clock';

const incident = 'https://graph.microsoft.com/v1.0/security/incidents/1';

/** Answers with these in turn: a status, a whole response, or a broken connection. */
function script(...turns: (number | Response | 'dropped')[]) {
  const bodies: string[] = [];
  const send: Send = async (request) => {
    bodies.push(await request.text());
    const turn = turns[bodies.length - 1];
    if (turn === undefined) throw new Error('asked more often than expected');
    if (turn === 'dropped') throw new TypeError('fetch failed');
    return typeof turn === 'number' ? new Response(null, { status: turn }) : turn;
  };
  return { send, bodies };
}

const throttled = (retryAfter: string) => new Response(null, { status: 429, headers: { 'retry-after': retryAfter } });
const get = () => new Request(incident);
const patch = () => new Request(incident, { method: 'PATCH', body: '{"status":"resolved"}' });
const hunt = () =>
  new Request('https://graph.microsoft.com/v1.0/security/runHuntingQuery', { method: 'POST', body: '{"Query":"T"}' });

function tries(script_: ReturnType<typeof script>, request: Request) {
  const clock = manualClock();
  const done = retry({ clock, random: () => 1 })(script_.send)(request);
  return { clock, done };
}

test.each([
  ['a read', get],
  ['a write', patch],
  ['a query', hunt],
])('429 is waited out for %s, and the same body is sent again', async (_name, request) => {
  const wire = script(throttled('3'), 200);
  const { clock, done } = tries(wire, request());
  expect((await done).status).toBe(200);
  expect(clock.naps).toEqual([3_000]);
  expect(wire.bodies[1]).toBe(wire.bodies[0]);
});

test.each([502, 503, 504] as const)('%d is tried again for reads and queries', async (status) => {
  for (const request of [get(), hunt()]) {
    expect((await tries(script(status, 200), request).done).status).toBe(200);
  }
});

test.each([502, 503, 504, 500, 409] as const)('a write that got %d is never sent twice', async (status) => {
  const wire = script(status, 200);
  expect((await tries(wire, patch()).done).status).toBe(status);
  expect(wire.bodies).toHaveLength(1);
});

test('a dropped connection is tried again for a read and passed on for a write', async () => {
  expect((await tries(script('dropped', 200), get()).done).status).toBe(200);
  const wire = script('dropped', 200);
  await expect(tries(wire, patch()).done).rejects.toThrow('fetch failed');
  expect(wire.bodies).toHaveLength(1);
});

test('503 with Retry-After waits as long as it says', async () => {
  const busy = new Response(null, { status: 503, headers: { 'retry-after': '9' } });
  const { clock, done } = tries(script(busy, 200), get());
  await done;
  expect(clock.naps).toEqual([9_000]);
});

test('a wait beyond our patience is passed on at once', async () => {
  const { clock, done } = tries(script(throttled('300')), get());
  expect((await done).status).toBe(429);
  expect(clock.naps).toEqual([]);
});

test('it gives up after four tries', async () => {
  const { clock, done } = tries(script(503, 503, 503, 503), get());
  expect((await done).status).toBe(503);
  expect(clock.naps).toEqual([500, 1_000, 2_000]);
});

test('an abort ends the waiting', async () => {
  const controller = new AbortController();
  const send: Send = async () => {
    controller.abort(new Error('the analyst left'));
    return throttled('3');
  };
  const waiting = retry({ clock: manualClock(), random: () => 0 })(send);
  await expect(waiting(new Request(incident, { signal: controller.signal }))).rejects.toThrow('the analyst left');
});

test.each([
  [1, 0, 250],
  [1, 1, 500],
  [4, 0.5, 3_000],
  [20, 1, 20_000],
])('back-off of try %d with random %d is %d ms', (attempt, random, waitMs) => {
  expect(backOffMs(attempt, random)).toBe(waitMs);
});
