import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armError } from '@/lib/wire/arm-error';
import { sentinelWatchlist, sentinelWatchlistList } from '@/lib/wire/sentinel/watchlist';
import { sentinelWatchlistItem, sentinelWatchlistItemList } from '@/lib/wire/sentinel/watchlist-item';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, logRows, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const root = `${sentinelRoot}/watchlists`;
const put = (path: string, properties: unknown, etag?: string) =>
  ask(`${path}?${apiVersion}`, { method: 'PUT', body: { properties, ...(etag ? { etag } : {}) } });
const get = (path: string) => ask(`${path}?${apiVersion}`);
const remove = (path: string) => ask(`${path}?${apiVersion}`, { method: 'DELETE' });
const rows = (query: string) => logRows(ask, query);
const base = { displayName: 'Bad hosts', provider: 'Microsoft', itemsSearchKey: 'host', contentType: 'text/csv' };

describe('watchlists', () => {
  it('the seeded ones are there, with their items', async () => {
    const { value } = sentinelWatchlistList.parse((await get(root)).body);
    expect(value.map((one) => one.name)).toContain('VIPUsers');
    const items = sentinelWatchlistItemList.parse((await get(`${root}/vipusers/watchlistItems`)).body);
    expect(items.value.length).toBeGreaterThan(3);
    expect(items.value[0]?.properties.itemsKeyValue).toHaveProperty('User Principal Name');
  });

  it('a list sent as CSV is made with 201, and the next query reads it', async () => {
    const rawContent = '# by hand\nhost,note\nsrv-1,"one, two"\nsrv-2,=cmd|calc\n';
    const made = await put(`${root}/BadHosts`, { ...base, rawContent, numberOfLinesToSkip: 1 });
    expect(made.status).toBe(201);
    expect(sentinelWatchlist.parse(made.body).properties).toMatchObject({
      watchlistAlias: 'BadHosts',
      provisioningState: 'Succeeded',
      createdBy: { name: 'OneQueue' },
    });
    const query = "_GetWatchlist('BadHosts') | project SearchKey, note | sort by SearchKey asc";
    expect(await rows(query)).toEqual([
      ['srv-1', 'one, two'],
      ['srv-2', '=cmd|calc'],
    ]);
  });

  it('content sent again replaces the items with the same search key and adds the others', async () => {
    const again = await put(`${root}/badhosts`, { ...base, rawContent: 'host,note\nsrv-2,new\nsrv-3,third' });
    expect(again.status).toBe(200);
    const query = "_GetWatchlist('BadHosts') | project SearchKey, note | sort by SearchKey asc";
    expect(await rows(query)).toEqual([
      ['srv-1', 'one, two'],
      ['srv-2', 'new'],
      ['srv-3', 'third'],
    ]);
  });

  it.each([
    ['no such search key', { rawContent: 'a,b\n1,2' }],
    ['a short line', { rawContent: 'host,b\n1' }],
    ['a column twice', { rawContent: 'host,host\n1,2' }],
    ['another format', { rawContent: '{}', contentType: 'application/json' }],
    ['no provider', { provider: undefined }],
    ['more than 3.8 MB', { rawContent: `host\n${'x'.repeat(4_100_000)}` }],
  ])('refuses %s', async (_, properties) => {
    const { status, body } = await put(`${root}/Refused`, { ...base, ...properties });
    expect(status).toBe(400);
    expect(armError.parse(body).error.code).toBe('BadRequest');
    expect((await get(`${root}/Refused`)).status).toBe(404);
  });

  it('refuses an alias that queries could not spell, and a stale etag', async () => {
    expect((await put(`${root}/x`, base)).status).toBe(400);
    const { etag } = sentinelWatchlist.parse((await get(`${root}/BadHosts`)).body);
    expect((await put(`${root}/BadHosts`, base, etag ?? '')).status).toBe(200);
    expect((await put(`${root}/BadHosts`, base, etag ?? '')).status).toBe(409);
  });

  it('items are put, read and deleted one by one, and logged', async () => {
    const item = `${root}/BadHosts/watchlistItems/0e0e0e0e-0000-4000-8000-000000000001`;
    const made = await put(item, { itemsKeyValue: { host: 'srv-9', note: 'ninth' } });
    expect(made.status).toBe(201);
    expect(sentinelWatchlistItem.parse(made.body).properties.itemsKeyValue).toEqual({ host: 'srv-9', note: 'ninth' });
    expect((await put(item, { itemsKeyValue: { host: 'srv-9', note: 'again' } })).status).toBe(200);
    expect((await put(item, { itemsKeyValue: { host: 'srv-9', other: 'x' } })).status).toBe(400);
    expect((await put(item, { itemsKeyValue: { note: 'x' } })).status).toBe(400);
    expect(await rows("_GetWatchlist('BadHosts') | where SearchKey == 'srv-9' | project note")).toEqual([['again']]);
    expect((await remove(item)).status).toBe(200);
    expect((await remove(item)).status).toBe(204);
    expect(await rows("_GetWatchlist('BadHosts') | where SearchKey == 'srv-9' | count")).toEqual([[0]]);
    const log = "Watchlist | where WatchlistItemId startswith '0e0e0e0e' | summarize make_set(_DTItemStatus)";
    expect(JSON.parse(String(Object(await rows(log))[0][0])).sort()).toEqual(['Create', 'Delete', 'Update']);
  });

  it('a list is deleted with 202 and an operation to follow, then 204', async () => {
    const gone = await remove(`${root}/BadHosts`);
    expect(gone.status).toBe(202);
    const operation = String(gone.headers.get('azure-asyncoperation')).replace('https://', '');
    expect((await ask(operation)).body).toMatchObject({ status: 'Succeeded' });
    expect((await remove(`${root}/BadHosts`)).status).toBe(204);
    expect(await rows('_GetWatchlistAlias | where WatchlistAlias == "BadHosts" | count')).toEqual([[0]]);
  });
});
