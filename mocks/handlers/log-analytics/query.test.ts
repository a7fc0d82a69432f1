import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logsError } from '@/lib/wire/log-analytics/error';
import { logsMetadata } from '@/lib/wire/log-analytics/metadata';
import { logsQueryReply } from '@/lib/wire/log-analytics/query';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, queryUrl } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const run = (query: string, headers: Record<string, string> = {}, more: object = {}) =>
  ask(queryUrl, { method: 'POST', headers, body: { query, ...more } });

describe('Log Analytics query', () => {
  it('answers rows as arrays and dynamic values as text', async () => {
    const { body } = await run('print x=1, bag=parse_json("{\\"a\\":[1,2]}"), at=datetime(2025-01-15T10:00:00Z), t=2h');
    const { tables } = logsQueryReply.parse(body);
    expect(tables[0]).toMatchObject({
      name: 'PrimaryResult',
      columns: [
        { name: 'x', type: 'long' },
        { name: 'bag', type: 'dynamic' },
        { name: 'at', type: 'datetime' },
        { name: 't', type: 'timespan' },
      ],
    });
    const [row = []] = tables[0]?.rows ?? [];
    expect(JSON.parse(String(row[1]))).toEqual({ a: [1, 2] });
    expect(body).not.toHaveProperty('statistics');
    expect(body).not.toHaveProperty('render');
  });

  it('adds what Prefer asks for', async () => {
    const prefer = 'wait=30, include-statistics=true, include-render=true';
    const { body } = await run('range n from 1 to 3 step 1 | render barchart', { prefer });
    expect(field(body, 'render', 'visualization')).toBe('barchart');
    expect(field(body, 'statistics', 'query', 'executionTime')).toBeGreaterThanOrEqual(0);
  });

  it('answers 200 with PartialError when the answer was cut', async () => {
    const { status, body } = await run('range n from 1 to 600000 step 1');
    expect(status).toBe(200);
    const { tables, error } = logsQueryReply.parse(body);
    expect(error?.code).toBe('PartialError');
    expect(tables[0]?.rows.length).toBeLessThanOrEqual(500_000);
    expect(tables[0]?.rows.length).toBeGreaterThan(0);
  });

  it.each([
    ['SecurityIncident\n| where Colour == 1', 'SemanticError', 'KS142', 2, 8, 'Colour'],
    ['SecurityIncident | where (Title == ', 'SyntaxError', undefined, 1, undefined, undefined],
    ['SecurityIncident | foo', 'SyntaxError', 'KS176', 1, 19, 'foo'],
  ])('says what is wrong with %j and where', async (query, kind, code, line, pos, token) => {
    const { status, body } = await run(query);
    expect(status).toBe(400);
    const { error } = logsError.parse(body);
    expect(error.code).toBe('BadArgumentError');
    expect(error.innererror?.code).toBe(kind);
    const innermost = error.innererror?.innererror;
    expect(innermost?.line).toBe(line);
    if (code) expect(innermost).toMatchObject({ code, pos, token });
  });

  it('keeps tables of advanced hunting alone out of the workspace', async () => {
    expect((await run('AADSignInEventsBeta | count')).status).toBe(400);
    expect((await run('SigninLogs | count')).status).toBe(200);
  });

  it('answers a missing body with an empty 200, broken JSON with 400, another workspace with 404', async () => {
    const empty = await ask(queryUrl, { method: 'POST' });
    expect([empty.status, empty.body]).toEqual([200, null]);
    expect((await run('print 1', {}, { query: 3 })).status).toBe(400);
    const elsewhere = await ask('api.loganalytics.azure.com/v1/workspaces/law-contoso-unified/query', {
      method: 'POST',
      body: { query: 'print 1' },
    });
    expect(elsewhere.status).toBe(404);
  });

  it('takes the other host and GET as well', async () => {
    const other = queryUrl.replace('.azure.com', '.io');
    expect((await ask(`${other}?query=print 1&timespan=PT1H`)).status).toBe(200);
  });

  it('turns away the sixth query at a time', async () => {
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await run('SigninLogs | count')).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect((await run('print 1')).status).toBe(200);
  });

  it('describes the workspace’s tables', async () => {
    const { body } = await ask(queryUrl.replace('/query', '/metadata'));
    const { tables } = logsMetadata.parse(body);
    const names = new Set(tables?.map((table) => table.name));
    expect(names.has('SecurityIncident')).toBe(true);
    expect(names.has('AADSignInEventsBeta')).toBe(false);
  });
});
