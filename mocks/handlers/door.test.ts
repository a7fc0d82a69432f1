import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entraError } from '@/lib/wire/entra/token';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const incidents = 'graph.microsoft.com/v1.0/security/incidents';
const arm = `${sentinelRoot}/incidents?${apiVersion}`;
const faults = 'tenant.onequeue.test/faults';
let tenant: Tenant;
let ask: Ask;
let complaints: string[];

beforeEach(async () => {
  complaints = [];
  tenant = await smallTenant({ rows: 0, incidents: 1, report: (message) => complaints.push(message) });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const code = (body: unknown) => field(body, 'error', 'code');

describe('who may come in', () => {
  it.each([
    [incidents, 401, 'InvalidAuthenticationToken'],
    [arm, 401, 'AuthenticationFailed'],
    [queryUrl, 401, 'AuthorizationRequiredError'],
  ])('%s without a token → %i %s', async (url, status, expected) => {
    const answer = await ask(url, { as: 'nobody' });
    expect([answer.status, code(answer.body)]).toEqual([status, expected]);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it.each([
    [incidents, 'https://management.azure.com', 401, 'InvalidAuthenticationToken'],
    [arm, 'https://graph.microsoft.com', 401, 'InvalidAuthenticationTokenAudience'],
    [queryUrl, 'https://graph.microsoft.com', 403, 'InvalidAuthenticationTokenAudience'],
  ])('%s with a token for %s → %i %s', async (url, audience, status, expected) => {
    const answer = await ask(url, { audience });
    expect([answer.status, code(answer.body)]).toEqual([status, expected]);
  });

  it('lets a read-only application read and refuses its writes', async () => {
    expect((await ask(incidents, { as: 'reader' })).status).toBe(200);
    const graph = await ask(`${incidents}/12345`, { as: 'reader', method: 'PATCH', body: { severity: 'low' } });
    expect([graph.status, code(graph.body)]).toEqual([403, 'Forbidden']);
    const url = arm.replace('/incidents?', '/incidents/x?');
    const sentinel = await ask(url, { as: 'reader', method: 'PUT', body: {} });
    expect([sentinel.status, code(sentinel.body)]).toEqual([403, 'AuthorizationFailed']);
  });

  it.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'nobody' }, 400, 'unauthorized_client'],
    [{ scope: 'https://graph.microsoft.com/User.Read' }, 400, 'invalid_scope'],
    [{ scope: 'https://example.com/.default' }, 400, 'invalid_resource'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('gives no token for %j', async (change, status, error) => {
    const form = {
      grant_type: 'client_credentials',
      client_id: tenantFacts.clientId,
      client_secret: 'demo',
      scope: 'https://graph.microsoft.com/.default',
      ...change,
    };
    const url = `https://login.microsoftonline.com/${tenantFacts.tenantId}/oauth2/v2.0/token`;
    const answer = await tenant.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(form) }));
    expect(answer.status).toBe(status);
    const body = entraError.parse(await answer.json());
    expect(body.error).toBe(error);
    expect(body.error_description).toMatch(/^AADSTS\d+: .*Trace ID: .*Correlation ID: /);
  });
});

describe('what nobody answers', () => {
  it.each([
    ['graph.microsoft.com/v1.0/security/nothing', 'ResourceNotFound'],
    [arm.replace('/incidents?', '/nothing?'), 'InvalidResourceType'],
    ['api.loganalytics.azure.com/v1/nothing', 'PathNotFoundError'],
  ])('%s → 404 %s, and the tenant says so', async (url, expected) => {
    const answer = await ask(url);
    expect([answer.status, code(answer.body)]).toEqual([404, expected]);
    expect(complaints).toHaveLength(1);
  });

  it('names the hosts it has for one it has not', async () => {
    const answer = await tenant.fetch(new Request('https://localhost:4443/example.com/x'));
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain('graph.microsoft.com');
  });
});

describe('quotas', () => {
  it('throttles by API and window, says how long to wait, and forgives when the clock has gone on', async () => {
    for (let count = 0; count < 100; count += 1) expect((await ask(arm)).status).toBe(200);
    const refused = await ask(arm);
    expect([refused.status, code(refused.body)]).toEqual([429, 'TooManyRequests']);
    const waitSeconds = Number(refused.headers.get('retry-after'));
    expect(waitSeconds).toBe(300);
    expect((await ask(incidents)).status).toBe(200);
    await tenant.clock.advance(waitSeconds * 1000);
    expect((await ask(arm)).status).toBe(200);
  });

  it('throttles Graph security at 150 a minute', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 150; count += 1) statuses.add((await ask(`${incidents}/12345`)).status);
    expect([...statuses]).toEqual([200]);
    expect((await ask(`${incidents}/12345`)).status).toBe(429);
  });
});

describe('trouble on demand', () => {
  const order = (body: unknown) => ask(faults, { method: 'POST', body });

  it('fails as often as asked, with the Retry-After asked for', async () => {
    await order({ host: 'graph.microsoft.com', status: 503, retryAfterSeconds: 2, count: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await ask(incidents)).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect((await ask(arm)).status).toBe(200);
  });

  it('drops a connection before anything happened, or after the write was done', async () => {
    const change = { method: 'PATCH', body: { severity: 'low' } };
    await order({ path: '/incidents/12345', method: 'patch', drop: 'before', count: 1 });
    await expect(ask(`${incidents}/12345`, change)).rejects.toThrow(TypeError);
    expect(tenant.store.graphIncidents.byId('12345')?.fields.severity).toBe('high');
    await order({ path: '/incidents/12345', method: 'patch', drop: 'after', count: 1 });
    await expect(ask(`${incidents}/12345`, change)).rejects.toThrow(TypeError);
    expect(tenant.store.graphIncidents.byId('12345')?.fields.severity).toBe('low');
  });

  it('is called off', async () => {
    await order({ host: 'graph.microsoft.com', status: 500 });
    expect((await ask(incidents)).status).toBe(500);
    await ask(faults, { method: 'DELETE' });
    expect((await ask(incidents)).status).toBe(200);
  });

  it('refuses an order it does not understand', async () => {
    expect((await order({ status: 200 })).status).toBe(400);
    expect((await order({ colour: 'red' })).status).toBe(400);
  });
});

describe('the control host', () => {
  it('moves the clock, and the Date of every answer with it', async () => {
    const before = await ask(incidents);
    expect(before.headers.get('date')).toBe('Wed, 15 Jan 2025 10:05:00 GMT');
    await ask('tenant.onequeue.test/clock', { method: 'POST', body: { advanceMs: 60_000 } });
    expect((await ask(incidents)).headers.get('date')).toBe('Wed, 15 Jan 2025 10:06:00 GMT');
    const back = { now: '2025-01-01T00:00:00Z' };
    expect((await ask('tenant.onequeue.test/clock', { method: 'POST', body: back })).status).toBe(400);
  });

  it('starts the tenant over', async () => {
    await ask(`${incidents}/12345`, { method: 'PATCH', body: { severity: 'low' } });
    expect((await ask('tenant.onequeue.test/reset', { method: 'POST' })).status).toBe(204);
    expect(field((await ask(`${incidents}/12345`)).body, 'severity')).toBe('high');
    expect(tenant.clock.iso()).toBe('2025-01-15T10:05:00.000Z');
  });
});
