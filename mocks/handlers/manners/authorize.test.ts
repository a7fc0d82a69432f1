import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entraToken } from '@/lib/wire/entra/token';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { askToken, signInAs } from '@/mocks/testing/sign-in';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const reader = 'tomasz.lindqvist@contoso.com';
const operator = 'maya.chen@contoso.com';
const administrator = 'sam.okoye@contoso.com';
const everything = 'nora.whitfield@contoso.com';
const nobody = 'lucia.ferrari@contoso.com';

const graph = 'graph.microsoft.com/v1.0';
const incidents = `${graph}/security/incidents`;
const arm = `${sentinelRoot}/incidents?${apiVersion}`;
const capable = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });

let tenant: Tenant;
let ask: Ask;
beforeEach(async () => {
  tenant = await smallTenant({ rows: 0, incidents: 1 });
  ask = askOf(tenant);
});
afterEach(async () => {
  vi.useRealTimers();
  await tenant.close();
});

const bearer = (token: string) => ({ as: 'nobody' as const, headers: { authorization: `Bearer ${token}` } });
const as = async (upn: string, resource: string, scope = '.default') =>
  bearer((await signInAs(tenant, upn, { scope: `openid ${resource}/${scope}` })).access_token);
const onGraph = 'https://graph.microsoft.com';
const code = (body: unknown) => field(body, 'error', 'code');
const saysWho = (status: number, body: unknown) => [status, status < 400 ? null : code(body)];

describe('a person needs the permission and a role', () => {
  it.each([
    [reader, 200, 403],
    [operator, 200, 200],
    [administrator, 200, 200],
    [everything, 200, 200],
    [nobody, 403, 403],
  ])('%s on Graph: reads %i, writes %i', async (upn, reads, writes) => {
    const who = await as(upn, onGraph);
    expect((await ask(incidents, who)).status).toBe(reads);
    const written = await ask(`${incidents}/12345`, { ...who, method: 'PATCH', body: { severity: 'low' } });
    expect(saysWho(written.status, written.body)).toEqual([writes, writes === 200 ? null : 'Forbidden']);
    expect((await ask(`${graph}/users`, who)).status).toBe(200);
  });

  it('is refused without the permission, whatever the role', async () => {
    const who = await as(administrator, onGraph, 'SecurityIncident.Read.All');
    expect((await ask(incidents, who)).status).toBe(200);
    const written = await ask(`${incidents}/12345`, { ...who, method: 'PATCH', body: { severity: 'low' } });
    expect([written.status, code(written.body)]).toEqual([403, 'Forbidden']);
    const people = await ask(`${graph}/users`, who);
    expect([people.status, code(people.body)]).toEqual([403, 'Authorization_RequestDenied']);
  });

  it.each([
    [reader, 200, 403, 403],
    [operator, 200, 404, 403],
    [administrator, 200, 404, 204],
    // Rights in the directory are no rights in Azure.
    [everything, 403, 403, 403],
  ])('%s on Azure: reads %i, writes incidents %i, deletes them %i', async (upn, reads, incident, removal) => {
    const who = await as(upn, 'https://management.azure.com', 'user_impersonation');
    const read = await ask(arm, who);
    expect(saysWho(read.status, read.body)).toEqual([reads, reads === 200 ? null : 'AuthorizationFailed']);
    const missing = (noun: string) => arm.replace('/incidents?', `/${noun}?`);
    // What may be written isn't there: 404 says that the caller got past the guard.
    const comment = await ask(missing('incidents/none/comments/x'), {
      ...who,
      method: 'PUT',
      body: { properties: { message: 'x' } },
    });
    expect(comment.status).toBe(incident);
    const deleted = await ask(missing('incidents/none'), { ...who, method: 'DELETE' });
    expect(deleted.status).toBe(removal);
  });

  it('names the person and the action in Azure’s refusal', async () => {
    const who = await as(reader, 'https://management.azure.com', 'user_impersonation');
    const { sentinel } = mainIncident(tenant);
    const url = arm.replace('/incidents?', `/incidents/${sentinel.name}/comments/x?`);
    const refused = await ask(url, { ...who, method: 'DELETE' });
    expect(String(field(refused.body, 'error', 'message'))).toMatch(
      /^The client 'tomasz\.lindqvist@contoso\.com' .* perform action 'Microsoft\.SecurityInsights\/incidents\/comments\/delete'/,
    );
  });

  it.each([
    [reader, 200],
    [nobody, 403],
  ])('%s in the logs → %i', async (upn, status) => {
    const who = await as(upn, 'https://api.loganalytics.io', 'Data.Read');
    const answer = await ask(queryUrl, { ...who, method: 'POST', body: { query: 'print 1' } });
    expect(saysWho(answer.status, answer.body)).toEqual([status, status === 200 ? null : 'InsufficientAccessError']);
  });

  it('leaves its own name on what it changes', async () => {
    const who = await as(operator, onGraph);
    const changed = await ask(`${incidents}/12345`, { ...who, method: 'PATCH', body: { severity: 'low' } });
    expect(field(changed.body, 'lastModifiedBy')).toBe('Maya Chen');
  });
});

describe('a token that was called in', () => {
  const callIn = (body: unknown) => ask('tenant.onequeue.test/challenges', { method: 'POST', body });
  const scope = 'openid https://graph.microsoft.com/.default';

  it('is challenged, and the one that answers the challenge works', async () => {
    const first = await signInAs(tenant, operator, { scope, claims: capable });
    const others = await signInAs(tenant, administrator, { scope, claims: capable });
    expect(first.expires_in).toBeGreaterThan(80_000);
    expect((await callIn({ userPrincipalName: operator })).status).toBe(204);
    const refused = await ask(incidents, bearer(first.access_token));
    expect([refused.status, code(refused.body)]).toEqual([401, 'InvalidAuthenticationToken']);
    const header = refused.headers.get('www-authenticate') ?? '';
    expect(header).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toMatchObject({ access_token: { nbf: { essential: true } } });
    expect((await ask(incidents, bearer(others.access_token))).status).toBe(200);
    const next = await signInAs(tenant, operator, { scope, claims });
    expect((await ask(incidents, bearer(next.access_token))).status).toBe(200);
  });

  it('lives on with a client that never said it understands', async () => {
    const first = await signInAs(tenant, operator, { scope });
    await callIn({ userPrincipalName: operator, sessions: true });
    expect((await ask(incidents, bearer(first.access_token))).status).toBe(200);
  });

  it('may be an application’s', async () => {
    const grant = { grant_type: 'client_credentials', scope: 'https://management.azure.com/.default', claims: capable };
    const token = async () => entraToken.parse(await (await askToken(tenant, grant)).json()).access_token;
    const first = await token();
    await callIn({ clientId: '00000000-0000-0000-0000-00000000c0de' });
    expect((await ask(arm, bearer(first))).status).toBe(401);
    expect((await ask(arm, bearer(await token()))).status).toBe(200);
    expect((await callIn({ clientId: 'nobody' })).status).toBe(404);
  });
});

it.each([
  [incidents, 'InvalidAuthenticationToken', /expired/],
  [arm, 'ExpiredAuthenticationToken', /earlier/],
])('%s with a token that ran out → 401', async (url, expected, message) => {
  const who = await as(operator, url === arm ? 'https://management.azure.com' : onGraph);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 });
  const answer = await ask(url, who);
  expect([answer.status, code(answer.body)]).toEqual([401, expected]);
  expect(String(field(answer.body, 'error', 'message'))).toMatch(message);
});
