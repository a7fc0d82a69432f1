import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, askEngine } from './asking';
import type { Environment, Watchlist } from './environment';

const vips: Watchlist = {
  alias: 'VIPUsers',
  searchKey: 'User',
  columns: ['User', 'Tags'],
  items: [
    { id: 'item-1', updatedAt: '2025-01-02T03:04:05Z', values: { User: 'helena@contoso.com', Tags: 'CEO' } },
    { id: 'item-2', updatedAt: '2025-01-02T03:04:05Z', values: { User: "o'neil@contoso.com", Tags: '' } },
  ],
};

let current: Partial<Environment>;
let asking: Asking;
beforeAll(async () => {
  current = {
    functions: [
      {
        name: 'Logons',
        parameters: '(who:string="*", since:datetime=datetime(null))',
        body: 'Signins | where (who == "*" or User =~ who) and (isnull(since) or Timestamp >= since)',
      },
      { name: 'Twice', parameters: '(x:long)', body: 'x * 2' },
      { name: 'Tagged', parameters: '(T:(User:string), tag:string)', body: 'T | extend Tag = tag' },
    ],
    watchlists: [vips],
    workspaces: ['law-contoso-unified'],
  };
  asking = await askEngine(() => current, { Signins: 'Timestamp:datetime User' });
  await asking.append('Signins', [
    { Timestamp: '2025-01-15T09:00:00Z', User: 'helena@contoso.com' },
    { Timestamp: '2025-01-14T09:00:00Z', User: 'alex@contoso.com' },
    { Timestamp: '2025-01-13T09:00:00Z', User: 'sam@contoso.com' },
  ]);
});
afterAll(() => asking.close());

const rows: Asking['rows'] = (...args) => asking.rows(...args);
const columns: Asking['columns'] = (...args) => asking.columns(...args);
const problem: Asking['problem'] = (...args) => asking.problem(...args);

describe('watchlists', () => {
  it('give Sentinel’s columns, then those of the items by name', async () => {
    expect(await columns("_GetWatchlist('VIPUsers')")).toEqual([
      '_DTItemId',
      'LastUpdatedTimeUTC',
      'SearchKey',
      'Tags',
      'User',
    ]);
    expect(await rows("_GetWatchlist('VIPUsers') | order by SearchKey asc")).toEqual([
      ['item-1', '2025-01-02T03:04:05Z', 'helena@contoso.com', 'CEO', 'helena@contoso.com'],
      ['item-2', '2025-01-02T03:04:05Z', "o'neil@contoso.com", '', "o'neil@contoso.com"],
    ]);
  });
  it.each([
    ["let vips = _GetWatchlist('VIPUsers') | project SearchKey; Signins | where User in~ (vips) | count", 1],
    ["Signins | join kind=inner _GetWatchlist('VIPUsers') on $left.User == $right.SearchKey | count", 1],
    ["let name = 'VIPUsers'; Signins | where User !in ((_GetWatchlist(name) | project User)) | count", 2],
    ["let f = (name:string) { _GetWatchlist(name) }; f('VIPUsers') | count", 2],
    [
      "Signins | lookup kind=leftouter (_GetWatchlist('VIPUsers')) on $left.User == $right.User | where Tags == 'CEO' | count",
      1,
    ],
    ["_GetWatchlist('Nobody') | count", 0],
    ['_GetWatchlistAlias | count', 1],
    ["_GetWatchlistAlias() | where WatchlistAlias == 'VIPUsers' | count", 1],
  ])('%s', async (query, count) => {
    expect(await rows(query)).toEqual([[count]]);
  });
  it('show an edit to the next query', async () => {
    const before = current;
    current = { ...current, watchlists: [{ ...vips, columns: ['User'], items: [] }] };
    expect(await rows("_GetWatchlist('VIPUsers') | count")).toEqual([[0]]);
    expect(await columns("_GetWatchlist('VIPUsers')")).not.toContain('Tags');
    current = before;
  });
  it('show an edit through a saved function too', async () => {
    const before = current;
    const saved = [{ name: 'Vips', parameters: '()', body: "_GetWatchlist('VIPUsers')" }];
    current = { ...current, functions: saved };
    expect(await columns('Vips()')).toContain('Tags');
    current = { ...current, watchlists: [{ ...vips, columns: ['User', 'Team'] }] };
    expect(await columns('Vips()')).toEqual(['_DTItemId', 'LastUpdatedTimeUTC', 'SearchKey', 'Team', 'User']);
    current = before;
  });
  it('name an unknown column as an error of the query', async () => {
    expect(await problem("_GetWatchlist('VIPUsers') | where Nope == 1")).toMatchObject({ code: 'KS142', start: 34 });
  });
});

describe('saved functions', () => {
  it.each([
    ['Logons | count', 3],
    ['Logons() | count', 3],
    ["Logons('helena@contoso.com') | count", 1],
    ['Logons(since=ago(1d)) | count', 1],
    ["Logons(since=datetime(2025-01-14), who='ALEX@contoso.com') | count", 1],
    ['union Logons, (Logons | take 1) | count', 4],
    ['let since = 5; Logons(since=ago(1d)) | count', 1],
    ['let Logons = () { Signins | take 1 }; Logons | count', 1],
    ["Signins | project User | invoke Tagged('x') | where Tag == 'x' | count", 3],
    ['Signins | extend n = Twice(4) | where n == 8 | count', 3],
  ])('%s', async (query, count) => {
    expect(await rows(query)).toEqual([[count]]);
  });
  it('can be added while the engine runs', async () => {
    expect(await problem('Later | count')).toMatchObject({ code: 'KS204' });
    const before = current;
    current = {
      ...current,
      functions: [...(current.functions ?? []), { name: 'Later', parameters: '()', body: 'Signins' }],
    };
    expect(await rows('Later | count')).toEqual([[3]]);
    current = before;
  });
  it('put a problem inside their body at the call', async () => {
    const before = current;
    current = { ...current, functions: [{ name: 'Far', parameters: '()', body: 'adx("https://x/y").T' }] };
    expect(await problem('Signins | take 1 | union Far()')).toMatchObject({ code: 'KQLU01', start: 25, length: 5 });
    current = before;
  });
  it('are not called while their body has an error', async () => {
    const before = current;
    current = { ...current, functions: [{ name: 'Wrong', parameters: '()', body: "Signins | where User + 1 == 'x'" }] };
    expect(await problem('Wrong | count')).toMatchObject({ code: 'SEM0100', start: 0 });
    current = before;
  });
  it('end when they call themselves', async () => {
    const before = current;
    current = { ...current, functions: [{ name: 'Round', parameters: '()', body: 'Round()' }] };
    expect(await problem('Round() | count')).toBeDefined();
    current = before;
  });
  it('keep the positions of problems after a call without parentheses', async () => {
    expect(await problem('Logons | where Nope == 1')).toMatchObject({ code: 'KS142', start: 15, length: 4 });
  });
});

describe('other places', () => {
  it('reads its own workspace by name and no other', async () => {
    expect(await rows("workspace('LAW-contoso-unified').Signins | count")).toEqual([[3]]);
    expect(await rows("union Signins, workspace('law-contoso-unified').Signins | count")).toEqual([[6]]);
    expect(await rows("workspace('law-contoso-unified').Logons('helena@contoso.com') | count")).toEqual([[1]]);
    expect(await problem("workspace('other').Signins | count")).toMatchObject({ code: 'SEM0056', start: 0 });
  });
  it.each([
    "arg('').Resources | where type == 'x' | project id",
    "adx('https://x/y').T | count",
    "cluster('x').database('y').T | count",
    "app('x').requests | count",
  ])('does not answer %s', async (query) => {
    expect(await problem(query)).toBeDefined();
  });
});

describe('union isfuzzy=true', () => {
  it.each([
    ['union isfuzzy=true Signins, Nope | count', 3],
    ['union isfuzzy=true Nope, Signins | count', 3],
    ['union isfuzzy=true (Nope | where A == 1 | extend B = 2), (Signins | take 1), Missing() | count', 1],
    ['Nope | union isfuzzy=true Signins | count', 3],
    ["union isfuzzy=true (table('Nope') | where A == 1), Signins | count", 3],
    ['let t = () { union isfuzzy=true Nope_CL, Signins }; t | count', 3],
  ])('%s', async (query, count) => {
    expect(await rows(query)).toEqual([[count]]);
  });
  it('needs one leg that exists', async () => {
    expect(await problem('union isfuzzy=true Nope | count')).toBeDefined();
  });
});

it('Type, $table and withsource say where a row comes from', async () => {
  expect(await rows("search in (Signins) 'helena@contoso.com' | project $table")).toEqual([['Signins']]);
  expect(await rows('union withsource=T Sign* | distinct T')).toEqual([['Signins']]);
});
