/** The real client against a tenant in trouble: throttles, outages, broken lines, conflicts and refused tokens. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Connection, connectClient, mainIncidentId } from '@/e2e/contract/client-connection';
import { createApi } from '@/lib/api/api';
import { entraTokens } from '@/lib/api/entra/token';
import { createCall } from '@/lib/api/transport/call';
import { collect } from '@/lib/base/collect';
import { createUpstream } from '@/lib/upstream/upstream';

let connection: Connection;

beforeAll(async () => {
  connection = await connectClient();
});
afterAll(() => connection.tenant.close());
beforeEach(() => {
  connection.wire.length = 0;
});
afterEach(() => connection.clearFaults());

const statuses = () => connection.wire.map(({ status }) => status);
const incidents = () => connection.upstream.api.graphSecurity.incidents;
const defenderComments = async () => (await incidents().get(mainIncidentId)).comments ?? [];

test('429 is waited out as long as it says, for a read', async () => {
  await connection.addFault({ host: 'graph.microsoft.com', status: 429, retryAfterSeconds: 7, count: 1 });
  const before = connection.tenant.clock.nowMs();
  await incidents().get(mainIncidentId);
  expect(statuses()).toEqual([429, 200]);
  expect(connection.tenant.clock.nowMs() - before).toBe(7_000);
});

test('429 is waited out for a write too, which is done once', async () => {
  const before = (await defenderComments()).length;
  connection.wire.length = 0;
  await connection.addFault({ method: 'POST', path: '/comments', status: 429, retryAfterSeconds: 2, count: 2 });
  await incidents().addComment(mainIncidentId, 'said once');
  expect(statuses()).toEqual([429, 429, 200]);
  expect(await defenderComments()).toHaveLength(before + 1);
});

test('503 is tried again for a read', async () => {
  await connection.addFault({ host: 'management.azure.com', status: 503, count: 2 });
  await collect(connection.upstream.api.sentinel.incidents.list());
  expect(statuses().slice(0, 3)).toEqual([503, 503, 200]);
});

test('503 for a write is passed on: nobody knows whether it arrived', async () => {
  await connection.addFault({ method: 'PATCH', status: 503 });
  const change = incidents().update(mainIncidentId, { severity: 'medium' });
  await expect(change).rejects.toMatchObject({ api: 'graphSecurity', status: 503, retryable: true });
  expect(statuses()).toEqual([503]);
});

test('an outage that lasts becomes an error that says so, with the id to quote', async () => {
  await connection.addFault({ host: 'graph.microsoft.com', status: 503 });
  await expect(incidents().get(mainIncidentId)).rejects.toMatchObject({
    status: 503,
    code: 'ServiceUnavailable',
    retryable: true,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(statuses()).toEqual([503, 503, 503, 503]);
});

test('a dropped connection is tried again for reads and for queries that arrive by POST', async () => {
  await connection.addFault({ host: 'graph.microsoft.com', drop: 'before', count: 1 });
  expect((await incidents().get(mainIncidentId)).id).toBe(mainIncidentId);
  expect(statuses()).toEqual(['dropped', 200]);

  const [twin] = await collect(connection.upstream.api.sentinel.incidents.list());
  connection.wire.length = 0;
  await connection.addFault({ path: '/entities', drop: 'after', count: 1 });
  await connection.upstream.api.sentinel.entities.list(twin?.name ?? '');
  expect(statuses()).toEqual(['dropped', 200]);
});

test('a write whose answer got lost is not sent again: it was done', async () => {
  const before = (await defenderComments()).length;
  connection.wire.length = 0;
  await connection.addFault({ method: 'POST', path: '/comments', drop: 'after', count: 1 });
  await expect(incidents().addComment(mainIncidentId, 'lost answer')).rejects.toMatchObject({
    status: 0,
    code: 'ConnectionFailed',
    message: 'The connection to graph.microsoft.com failed (ECONNRESET).',
  });
  expect(statuses()).toEqual(['dropped']);
  expect(await defenderComments()).toHaveLength(before + 1);
});

test('a stale etag is a conflict, and the newer version stays', async () => {
  const { sentinel } = connection.upstream.api;
  const [old] = await collect(sentinel.incidents.list());
  if (old === undefined) throw new Error('Sentinel has no incident');
  const written = await sentinel.incidents.put(old.name, {
    ...old,
    properties: { ...old.properties, severity: 'Low' },
  });
  expect(written.properties.severity).toBe('Low');
  expect(written.etag).not.toBe(old.etag);

  const late = sentinel.incidents.put(old.name, {
    ...old,
    properties: { ...old.properties, severity: 'Informational' },
  });
  await expect(late).rejects.toMatchObject({ api: 'sentinel', status: 409, code: 'Conflict', retryable: false });
  expect((await sentinel.incidents.get(old.name)).properties.severity).toBe('Low');
});

test('an unknown id is a 404 with the words of the service', async () => {
  await expect(incidents().get('1')).rejects.toMatchObject({ status: 404, code: 'NotFound', retryable: false });
});

test('a query that cannot be understood ends as Kusto says, with its place where the API gives one', async () => {
  const { graphSecurity, logAnalytics } = connection.upstream.api;
  const query = 'SecurityIncident | nonsense Title';
  const outcome = await logAnalytics.query.run({ query });
  expect(outcome).toMatchObject({ status: 'failure', error: { code: 'BadArgumentError' } });
  let innermost = outcome.status === 'failure' ? outcome.error : null;
  while (innermost?.innererror) innermost = innermost.innererror;
  expect(innermost).toMatchObject({ line: 1, pos: expect.any(Number) });
  await expect(graphSecurity.hunting.run({ query })).rejects.toMatchObject({ status: 400, code: 'BadRequest' });
});

test('a token for one API opens no other', async () => {
  const { send, clock, environment } = connection;
  const entra = entraTokens(createCall('entra', environment.baseUrls.login, send), environment.credentials);
  const forArm = (await entra.request('arm')).access_token;
  const api = createApi({
    send,
    clock,
    baseUrls: environment.baseUrls,
    workspace: environment.workspace,
    tokens: () => ({ get: async () => forArm, reject: () => {} }),
  });
  await expect(api.graphSecurity.incidents.get(mainIncidentId)).rejects.toMatchObject({
    status: 401,
    code: 'InvalidAuthenticationToken',
  });
  await expect(api.logAnalytics.metadata.get()).rejects.toMatchObject({
    status: 403,
    code: 'InvalidAuthenticationTokenAudience',
  });
  expect((await api.sentinel.workspace.get()).name).toBe(environment.workspace.name);
});

test('a wrong secret is refused by Entra, in its words', async () => {
  const { environment, send } = connection;
  const credentials = { ...environment.credentials, clientSecret: 'guess' };
  const { api } = createUpstream({ ...environment, credentials }, { send });
  await expect(api.graphSecurity.incidents.get(mainIncidentId)).rejects.toMatchObject({
    api: 'entra',
    status: 401,
    code: 'invalid_client',
    message: expect.stringContaining('AADSTS7000215'),
  });
});

test('however much is asked at once, the tenant never has to throttle us', async () => {
  const [twin] = await collect(connection.upstream.api.sentinel.incidents.list());
  connection.wire.length = 0;
  const calls = 230;
  const asked = Array.from({ length: calls }, () => connection.upstream.api.sentinel.alerts.list(twin?.name ?? ''));
  await Promise.all(asked);
  expect(statuses()).toEqual(Array(calls).fill(200));
});

test('who gives up gets their own reason back, at once', async () => {
  const controller = new AbortController();
  await connection.addFault({ host: 'graph.microsoft.com', delayMs: 60_000 });
  const reading = incidents().get(mainIncidentId, controller.signal);
  controller.abort(new Error('the analyst left'));
  await expect(reading).rejects.toThrow('the analyst left');
});
