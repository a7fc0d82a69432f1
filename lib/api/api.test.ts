/** The client against hand-made services: what it sends, what it makes of the replies. */
import { describe, expect, test } from 'vitest';
import { type Api, createApi } from '@/lib/api/api';
import { collect } from '@/lib/base/collect';
import { manualClock } from '@/lib/base/manual-clock';

const workspace = { subscriptionId: 's-1', resourceGroup: 'rg', name: 'law', id: 'w-1' };
const baseUrls = {
  graph: 'https://localhost:4443/graph.microsoft.com',
  arm: 'https://localhost:4443/management.azure.com',
  logAnalytics: 'https://localhost:4443/api.loganalytics.azure.com',
  defenderEndpoint: 'https://localhost:4443/api.security.microsoft.com',
};

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };
type Asked = { method: string; path: string; query: URLSearchParams; headers: Headers; body: unknown };

function apiOver(answer: (asked: Asked, count: number) => Reply): { api: Api; asked: Asked[] } {
  const asked: Asked[] = [];
  const api = createApi({
    baseUrls,
    workspace,
    clock: manualClock(),
    random: () => 0,
    newId: () => 'our-id',
    async send(request) {
      const url = new URL(request.url);
      const text = await request.text();
      const body: unknown = text === '' ? null : JSON.parse(text);
      const entry = {
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
      };
      asked.push(entry);
      const { status = 200, headers = {}, body: reply } = answer(entry, asked.length);
      return new Response(reply === undefined ? null : JSON.stringify(reply), { status, headers });
    },
  });
  return { api, asked };
}

const incident = (id: number, changes: object = {}) => ({
  id: String(id),
  displayName: `Incident ${id}`,
  createdDateTime: '2025-01-15T10:00:00Z',
  lastUpdateDateTime: new Date(Date.UTC(2025, 0, 15, 10, 0, id)).toISOString(),
  severity: 'high',
  status: 'active',
  ...changes,
});

describe('Graph incidents', () => {
  test('every page is asked for with the wish for younger enum members', async () => {
    const { api, asked } = apiOver((_asked, count) => ({
      body:
        count < 3
          ? {
              value: [incident(count)],
              '@odata.nextLink': `${baseUrls.graph}/v1.0/security/incidents?$skiptoken=${count}`,
            }
          : { value: [incident(3)] },
    }));
    const all = await collect(api.graphSecurity.incidents.list());
    expect(all.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(asked.map(({ headers }) => headers.get('prefer'))).toEqual(Array(3).fill('include-unknown-enum-members'));
    expect(asked.map(({ headers }) => headers.get('client-request-id'))).toEqual(Array(3).fill('our-id'));
    expect(asked[2]?.query.toString()).toBe(new URLSearchParams({ $skiptoken: '2' }).toString());
  });

  test('a next link to another origin is never followed: our token would go with it', async () => {
    const { api, asked } = apiOver(() => ({
      body: {
        value: [incident(1)],
        '@odata.nextLink': 'https://graph.microsoft.com.contoso.com/v1.0/security/incidents',
      },
    }));
    await expect(collect(api.graphSecurity.incidents.list())).rejects.toMatchObject({ code: 'ForeignNextLink' });
    expect(asked).toHaveLength(1);
  });

  test('where $skip would end at 500, the list starts again at the newest change', async () => {
    const { api, asked } = apiOver(({ query }) => {
      const skip = Number(query.get('$skip') ?? 0);
      if (skip > 500) return { status: 400, body: { error: { code: 'BadRequest', message: '$skip' } } };
      const since = query.get('$filter')?.split(' ge ')[1] ?? '2025-01-15T10:00:00.000Z';
      const from = (Date.parse(since) - Date.UTC(2025, 0, 15, 10)) / 1000;
      const all = Array.from({ length: 600 - from }, (_, index) => incident(from + index));
      const next = `${baseUrls.graph}/v1.0/security/incidents?$skip=${skip + 50}&$filter=${query.get('$filter') ?? ''}`;
      const value = all.slice(skip, skip + 50);
      return { body: skip + 50 < all.length ? { value, '@odata.nextLink': next } : { value } };
    });
    const all = await collect(api.graphSecurity.incidents.list());
    expect(all.map(({ id }) => Number(id))).toEqual(Array.from({ length: 600 }, (_, index) => index));
    expect(asked.every(({ query }) => Number(query.get('$skip') ?? 0) <= 500)).toBe(true);
  });

  test('a reply that is not as documented says where, and is not a dump of the validator', async () => {
    const { api } = apiOver(() => ({
      headers: { 'request-id': 'r-9' },
      body: { value: [incident(1), incident(2, { lastUpdateDateTime: 'yesterday' })] },
    }));
    const failing = collect(api.graphSecurity.incidents.list());
    await expect(failing).rejects.toMatchObject({ code: 'UnexpectedReply', requestId: 'r-9', retryable: false });
    await expect(failing).rejects.toThrow(/value\[1\]\.lastUpdateDateTime: Invalid ISO datetime/);
  });

  test('the place is exact inside evidence too', async () => {
    const evidence = [
      {
        '@odata.type': '#microsoft.graph.security.deviceEvidence',
        createdDateTime: '2025-01-15T10:00:00Z',
        verdict: 'malicious',
        remediationStatus: 'none',
        loggedOnUsers: 'nobody',
      },
    ];
    const alert = { id: 'da1', serviceSource: 'unknown', severity: 'high', status: 'new', evidence };
    const { api } = apiOver(() => ({ body: incident(1, { alerts: [alert] }) }));
    await expect(api.graphSecurity.incidents.get('1')).rejects.toThrow('alerts[0].evidence[0].loggedOnUsers');
  });

  test('what comes from outside stays inside its segment of the path', async () => {
    const { api, asked } = apiOver(() => ({ body: incident(1) }));
    await api.graphSecurity.incidents.get('../users?x=');
    expect(asked[0]?.path).toBe('/graph.microsoft.com/v1.0/security/incidents/..%2Fusers%3Fx%3D');
  });

  test('a refused change carries what the service said', async () => {
    const { api, asked } = apiOver(() => ({
      status: 403,
      headers: { 'request-id': 'r-1' },
      body: { error: { code: 'Forbidden', message: 'needs SecurityIncident.ReadWrite.All' } },
    }));
    await expect(api.graphSecurity.incidents.update('1', { status: 'resolved' })).rejects.toMatchObject({
      api: 'graphSecurity',
      status: 403,
      message: 'needs SecurityIncident.ReadWrite.All',
      requestId: 'r-1',
    });
    expect(asked[0]).toMatchObject({ method: 'PATCH', body: { status: 'resolved' } });
  });
});

describe('Graph alerts', () => {
  const alertAt = (id: number, second: string) => ({
    id: `da${id}`,
    serviceSource: 'microsoftSentinel',
    severity: 'low',
    status: 'new',
    lastUpdateDateTime: `2025-01-15T10:00:${second}Z`,
  });

  /** alerts_v2 as measured: never a next link, and here not more than two at a time. */
  function alertService(all: ReturnType<typeof alertAt>[]) {
    return apiOver(({ query }) => {
      const since = query.get('$filter')?.split(' ge ')[1] ?? '';
      const skip = Number(query.get('$skip') ?? 0);
      return { body: { value: all.filter((one) => one.lastUpdateDateTime >= since).slice(skip, skip + 2) } };
    });
  }

  test('the list goes on without next links, also through many changes at one time', async () => {
    const all = ['00', '01', '01', '01', '01', '01', '02'].map((second, index) => alertAt(index, second));
    const { api } = alertService(all);
    const found = await collect(api.graphSecurity.alerts.list());
    expect(found.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });
});

describe('Sentinel', () => {
  const armIncident = (name: string) => ({
    id: `/x/incidents/${name}`,
    name,
    type: 'Microsoft.SecurityInsights/incidents',
    etag: '"1"',
    properties: {
      title: 'An incident',
      severity: 'High',
      status: 'New',
      createdTimeUtc: '2025-01-15T10:00:00Z',
      lastModifiedTimeUtc: '2025-01-15T10:00:00Z',
      incidentNumber: 7,
    },
  });

  test('nextLink is followed as it stands, and properties nobody declared survive for the PUT', async () => {
    const strange = { ...armIncident('b'), properties: { ...armIncident('b').properties, invented: { deep: true } } };
    const { api, asked } = apiOver((_asked, count) => ({
      body:
        count === 1
          ? { value: [armIncident('a')], nextLink: `${baseUrls.arm}/anywhere?api-version=1&$skipToken=x` }
          : { value: [strange] },
    }));
    const all = await collect(api.sentinel.incidents.list({ since: '2025-01-15T09:00:00Z' }));
    expect(all).toEqual([armIncident('a'), strange]);
    expect(asked[0]?.query.get('$filter')).toBe('properties/lastModifiedTimeUtc ge 2025-01-15T09:00:00Z');
    expect(asked[0]?.path).toBe(
      '/management.azure.com/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/law/providers/Microsoft.SecurityInsights/incidents',
    );
    expect(asked[1]?.path).toBe('/management.azure.com/anywhere');
  });

  test('a stale etag is a conflict, sent once', async () => {
    const { api, asked } = apiOver(() => ({ status: 409, body: { error: { code: 'Conflict', message: 'newer' } } }));
    const { properties } = armIncident('a');
    const put = api.sentinel.incidents.put('a', {
      etag: '"0"',
      properties: { title: properties.title, severity: 'High', status: 'Active' },
    });
    await expect(put).rejects.toMatchObject({ status: 409, code: 'Conflict', retryable: false });
    expect(asked).toHaveLength(1);
  });

  test('the published limits can be seen', async () => {
    const { api } = apiOver(() => ({ body: { value: [] } }));
    await api.sentinel.alerts.list('a');
    const used = api.budgets().filter((budget) => budget.used > 0);
    expect(used.map(({ name }) => name)).toEqual(['Azure Resource Manager reads', 'Sentinel incident alerts, reads']);
  });
});

describe('Log Analytics', () => {
  const tables = [{ name: 'PrimaryResult', columns: [{ name: 'n', type: 'long' }], rows: [['1']] }];

  test.each<[string, Reply, object]>([
    ['complete', { body: { tables } }, { status: 'complete', reply: { tables } }],
    [
      'partial',
      { body: { tables, error: { code: 'PartialError', message: 'too much' } } },
      { status: 'partial', error: { code: 'PartialError' } },
    ],
    [
      'failure',
      {
        status: 400,
        headers: { 'x-ms-request-id': 'r-2' },
        body: {
          error: {
            code: 'BadArgumentError',
            message: 'invalid',
            innererror: {
              code: 'SyntaxError',
              message: 'here',
              innererror: { code: 'SYN0002', message: 'here', line: 1, pos: 9 },
            },
          },
        },
      },
      { status: 'failure', requestId: 'r-2', error: { innererror: { innererror: { line: 1, pos: 9 } } } },
    ],
    ['of a workspace that has nothing (204)', { status: 204 }, { status: 'complete', reply: { tables: [] } }],
  ])('a query ends: %s', async (_name, reply, outcome) => {
    const { api, asked } = apiOver(() => reply);
    expect(await api.logAnalytics.query.run({ query: 'T', timespan: 'P1D' })).toMatchObject(outcome);
    expect(asked[0]).toMatchObject({
      path: '/api.loganalytics.azure.com/v1/workspaces/w-1/query',
      body: { query: 'T', timespan: 'P1D' },
    });
  });

  test('a refusal that is not about the query is thrown', async () => {
    const { api } = apiOver(() => ({
      status: 403,
      body: { error: { code: 'InsufficientAccessError', message: 'no' } },
    }));
    await expect(api.logAnalytics.query.run({ query: 'T' })).rejects.toMatchObject({ status: 403 });
  });
});
