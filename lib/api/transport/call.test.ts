import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCall } from '@/lib/api/transport/call';

const reply = z.object({ ok: z.boolean() });
const base = 'https://graph.microsoft.com/v1.0';

test('thousands of requests may share one signal: none leaves a listener on it', async () => {
  const call = createCall('graphSecurity', base, async () => Response.json({ ok: true }));
  const { signal } = new AbortController();
  for (let asked = 0; asked < 20; asked += 1) await call({ method: 'GET', path: '/security/incidents', signal, reply });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('what the caller gives up is given up, with the reason', async () => {
  const giveUp = new AbortController();
  const call = createCall('graphSecurity', base, (request) => {
    giveUp.abort(new Error('nobody waits for it'));
    return Promise.reject(request.signal.reason);
  });
  const asked = call({ method: 'GET', path: '/security/incidents', signal: giveUp.signal, reply });
  await expect(asked).rejects.toThrow('nobody waits for it');
});

test('a space in a query is a space and no plus sign', async () => {
  const urls: string[] = [];
  const call = createCall('graphSecurity', base, async (request) => {
    urls.push(request.url);
    return Response.json({ ok: true });
  });
  await call({
    method: 'GET',
    path: '/security/incidents',
    query: { $filter: "status eq 'active'", $top: undefined },
    reply,
  });
  expect(urls).toEqual([`${base}/security/incidents?$filter=status%20eq%20%27active%27`]);
});
