import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphBatchAnswer, graphBatchReply } from '@/lib/wire/graph-batch/batch';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const url = 'graph.microsoft.com/v1.0/$batch';
const json = { 'Content-Type': 'application/json' };
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ rows: 0 });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const batch = async (requests: object[], as?: 'reader'): Promise<(id: string) => GraphBatchAnswer> => {
  const { status, body } = await ask(url, { method: 'POST', body: { requests }, ...(as ? { as } : {}) });
  expect(status, JSON.stringify(body)).toBe(200);
  const { responses } = graphBatchReply.parse(body);
  return (id) => responses.find((one) => one.id === id) ?? expect.unreachable(`no answer ${id}`);
};
const get = (id: string, path: string, more: object = {}) => ({ id, method: 'GET', url: path, ...more });
const comment = (id: string, text: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: '/security/incidents/12345/comments',
  headers: json,
  body: { '@odata.type': 'microsoft.graph.security.alertComment', comment: text },
  ...more,
});

describe('$batch', () => {
  it('answers each request by itself, whatever becomes of the others', async () => {
    const answer = await batch([
      get('a', '/security/incidents?$top=2&$count=true'),
      get('b', 'users/maya.chen@contoso.com'),
      get('c', '/security/incidents/99'),
    ]);
    expect(answer('a').status).toBe(200);
    expect(list(answer('a').body, 'value')).toHaveLength(2);
    expect(answer('a').headers?.['content-type']).toMatch(/json/);
    expect(field(answer('b').body, 'displayName')).toBe('Maya Chen');
    expect([answer('c').status, field(answer('c').body, 'error', 'code')]).toEqual([404, 'NotFound']);
  });

  it('runs in the order of dependsOn and fails what depends on a failure with 424', async () => {
    const answer = await batch([
      comment('2', 'second', { dependsOn: ['1'] }),
      comment('1', 'first'),
      get('3', '/security/incidents/99', { dependsOn: ['2'] }),
      comment('4', 'never', { dependsOn: ['3'] }),
      comment('5', 'never', { dependsOn: ['4'] }),
    ]);
    const texts = list(answer('2').body, 'value').map((one) => field(one, 'comment'));
    expect(texts.slice(-2)).toEqual(['first', 'second']);
    expect(answer('3').status).toBe(404);
    expect([answer('4').status, answer('5').status]).toEqual([424, 424]);
    expect(tenant.store.graphIncidents.byId('12345')?.fields.comments?.some((one) => one.comment === 'never')).toBe(
      false,
    );
  });

  it('asks for each request’s own permission', async () => {
    const answer = await batch([get('read', '/security/incidents?$top=1'), comment('write', 'no')], 'reader');
    expect([answer('read').status, answer('write').status]).toEqual([200, 403]);
  });

  it('speaks beta too, and carries an inner request’s headers', async () => {
    const prefer = { headers: { Prefer: 'include-unknown-enum-members' } };
    const { body } = await ask('graph.microsoft.com/beta/$batch', {
      method: 'POST',
      body: { requests: [get('1', '/security/incidents/12345?$expand=alerts', prefer)] },
    });
    const [one] = graphBatchReply.parse(body).responses;
    expect(JSON.stringify(one?.body)).toContain('microsoftSentinel');
  });

  it.each([
    ['more than twenty', Array.from({ length: 21 }, (_, index) => get(String(index), '/users')), /20/],
    ['none', [], /no request/],
    ['the same id in another case', [get('a', '/users'), get('A', '/users')], /unique/],
    ['a dependency that is not there', [get('a', '/users', { dependsOn: ['b'] })], /not in the batch/],
    ['a circle', [get('a', '/users', { dependsOn: ['b'] }), get('b', '/users', { dependsOn: ['a'] })], /itself/],
    ['a body without its type', [{ ...comment('a', 'x'), headers: {} }], /Content-Type/],
    ['a whole URL', [get('a', 'https://graph.microsoft.com/v1.0/users')], /relative/],
    ['a batch in a batch', [get('a', '/$batch')], /relative/],
  ])('refuses %s with 400', async (_, requests, message) => {
    const { status, body } = await ask(url, { method: 'POST', body: { requests } });
    expect(status).toBe(400);
    expect(field(body, 'error', 'message')).toMatch(message);
  });

  it('counts every inner request against its own quota', async () => {
    await tenant.clock.advance(120_000);
    const twenty = Array.from({ length: 20 }, (_, index) => get(String(index), '/security/incidents/12345'));
    for (let round = 0; round < 7; round += 1) await batch(twenty);
    const answer = await batch(twenty);
    const statuses = twenty.map(({ id }) => answer(id).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(answer('19').headers?.['retry-after']).toBeDefined();
  });
});
