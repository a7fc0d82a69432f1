import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { packedType } from '@/lib/domain/incident/incident-table';
import type { Hub } from '@/lib/hub/hub';
import { HubError } from '@/lib/hub/hub-error';
import { askedAhead } from '@/lib/rpc/asked-ahead';
import { appRouter } from '@/lib/rpc/router';
import { serve } from '@/lib/rpc/serve';

const site = 'https://console.example';
const health: never[] = [];

/** A hub of which only what a test needs is there; asking for more fails the test. */
function hubWith(parts: Partial<Hub>): () => Promise<Hub> {
  const missing = (name: PropertyKey) => () => {
    throw new Error(`the test did not expect ${String(name)}`);
  };
  const hub = new Proxy(parts, {
    get: (target, name) => Reflect.get(target, name) ?? (name === 'then' ? undefined : missing(name)),
  });
  return async () => hub as Hub;
}

function request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Request {
  return new Request(`${site}/api/rpc/${path}`, { ...init, headers: { host: 'console.example', ...init.headers } });
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

const ask = (incoming: Request, hub = hubWith({})) => serve(incoming, { endpoint: '/api/rpc', hub });

const change = {
  commandId: '7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f0001',
  key: '12345',
  changes: { status: 'inProgress' },
  seen: null,
  overwrite: false,
  reason: null,
};

describe('who may call', () => {
  it.each<[string, Request]>([
    ['another site by its fetch metadata', post('incidents.change', change, { 'sec-fetch-site': 'cross-site' })],
    ['a sibling site', post('incidents.change', change, { 'sec-fetch-site': 'same-site' })],
    ['another origin', post('incidents.change', change, { origin: 'https://attacker.example' })],
    ['an opaque origin', post('incidents.change', change, { origin: 'null' })],
    ['a form', request('incidents.change', { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } })],
    ['a state change by DELETE', request('incidents.change', { method: 'DELETE' })],
    ['a page of another site that reads', request('incidents.list', { headers: { 'sec-fetch-site': 'cross-site' } })],
  ])('refuses %s', async (_, incoming) => {
    expect((await ask(incoming)).status).toBe(403);
  });

  it('refuses a state change by GET', async () => {
    const reply = await ask(request(`incidents.change?input=${encodeURIComponent(JSON.stringify(change))}`));
    expect(reply.status).toBe(405);
  });

  it('lets the console itself through', async () => {
    const hub = hubWith({ list: () => ({ incidents: [], health, now: '2025-01-15T10:05:00.000Z', seq: 1 }) });
    const reply = await ask(
      request('incidents.list', { headers: { 'sec-fetch-site': 'same-origin', origin: site } }),
      hub,
    );
    expect(await reply.json()).toMatchObject({ result: { data: { seq: 1 } } });
  });
});

describe('the table of incidents', () => {
  const list = { incidents: [], health, now: '2025-01-15T10:05:00.000Z', seq: 9 };
  const table = (headers: Record<string, string>) =>
    ask(request('incidents.table', { headers }), hubWith({ list: () => list }));

  it('is the same answer, compressed or not', async () => {
    const plain = await table({});
    const packed = await table({ accept: `${packedType}, application/json` });
    expect([plain, packed].map(({ headers }) => headers.get('content-type'))).toEqual(['application/json', packedType]);
    // Next would take it off, and a browser would then read compressed bytes as text.
    expect(packed.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('cache-control')).toBe('no-store');
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString();
    expect(JSON.parse(text)).toEqual(await plain.json());
  });

  it('is refused to another site, and says what is missing', async () => {
    const headers = { accept: packedType };
    const foreign = await table({ ...headers, 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const hub = () => Promise.reject(new HubError('notConfigured', 'Missing: ONEQUEUE_TENANT_ID.'));
    expect((await ask(request('incidents.table', { headers }), hub)).status).toBe(412);
  });
});

test.each(askedAhead)('%s is asked ahead and exists', (address) => {
  expect(Object.keys(appRouter._def.procedures)).toContain(address.replace('/api/rpc/', ''));
});

describe('what is refused', () => {
  it.each<[string, unknown, RegExp]>([
    ['no field to change', { ...change, changes: {} }, /at least one field/u],
    ['an unknown field', { ...change, changes: { owner: 'me' } }, /changes/u],
    ['a status that nobody may set', { ...change, changes: { status: 'redirected' } }, /changes\.status/u],
    ['a command without a GUID', { ...change, commandId: '1' }, /commandId/u],
    ['an endless key', { ...change, key: '1'.repeat(3_000) }, /key/u],
  ])('%s', async (_, body, words) => {
    const reply = await ask(post('incidents.change', body));
    const { error } = (await reply.json()) as { error: { message: string; data: { code: string } } };
    expect(reply.status).toBe(400);
    expect(error.message).toMatch(words);
    expect(JSON.stringify(error)).not.toMatch(/stack|node_modules/u);
  });
});

describe('failures', () => {
  afterEach(() => vi.restoreAllMocks());

  it('says what is missing while the console has no settings', async () => {
    const hub = () => Promise.reject(new HubError('notConfigured', 'Missing: ONEQUEUE_TENANT_ID.'));
    const reply = await ask(request('incidents.list'), hub);
    expect(reply.status).toBe(412);
    expect(await reply.json()).toMatchObject({
      error: { message: 'Missing: ONEQUEUE_TENANT_ID.', data: { code: 'PRECONDITION_FAILED' } },
    });
  });

  it('keeps faults of our own to the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const hub = () => Promise.reject(new Error('password=hunter2 at /srv/app'));
    const text = await (await ask(request('incidents.list'), hub)).text();
    expect(text).toContain('The console failed to answer');
    expect(text).not.toMatch(/hunter2|\/srv/u);
    expect(logged).toHaveBeenCalledOnce();
  });
});

describe('the feed', () => {
  it('resumes after the event that the browser saw last', async () => {
    const asked: (number | null)[] = [];
    const hub = hubWith({
      async *feed(afterSeq) {
        asked.push(afterSeq);
        yield { kind: 'clock', seq: 42, now: '2025-01-15T10:05:00.000Z' };
      },
    });
    const input = encodeURIComponent(JSON.stringify({ lastEventId: '41' }));
    const reply = await ask(request(`feed.events?input=${input}`, { headers: { accept: 'text/event-stream' } }), hub);
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    expect(await reply.text()).toContain('id: 42');
    expect(asked).toEqual([41]);
  });
});
