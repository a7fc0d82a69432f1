import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScalarType, TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createEngine, type Engine } from '../engine';
import type { Environment, FileProfile, Watchlist } from './environment';

const now = new Date('2025-01-15T10:00:00Z');
const schema = (name: string, world: TableSchema['world'], columns: string): TableSchema => ({
  name,
  world,
  category: '',
  columns: columns.split(' ').map((part) => {
    const [column = '', type = 'string'] = part.split(':');
    return { name: column, type: type as ScalarType };
  }),
});

const sha1 = 'a'.repeat(40);
const sha256 = 'b'.repeat(64);
const profile: FileProfile = {
  SHA1: sha1,
  SHA256: sha256,
  MD5: 'c'.repeat(32),
  FileSize: 1234,
  GlobalPrevalence: 7,
  GlobalFirstSeen: '2024-12-01T00:00:00Z',
  GlobalLastSeen: '2025-01-14T00:00:00Z',
  Signer: '',
  Issuer: '',
  SignerHash: '',
  IsCertificateValid: null,
  IsRootSignerMicrosoft: null,
  SignatureState: 'Unsigned',
  IsExecutable: true,
  ThreatName: 'Trojan:Win32/Demo',
  Publisher: '',
  SoftwareName: '',
};
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
let engine: Engine;
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
    files: new Map<string, string | Uint8Array>([
      [
        'https://intel.contoso.com/ips.csv',
        'ip,score,note\r\n203.0.113.9,90,"seen, twice"\n198.51.100.7,x,"a ""quoted"" word"\n',
      ],
      ['https://intel.contoso.com/ips.csv.gz', gzipSync('203.0.113.9,90,z\n')],
      ['https://intel.contoso.com/list.txt', 'one\ntwo, three\n'],
      ['https://intel.contoso.com/tabs.tsv', 'a\tb\nc\td\n'],
      ['https://intel.contoso.com/lines.json', '{"ip":"203.0.113.9","tags":["x"]}\n{"ip":"203.0.113.10"}\n'],
      ['https://intel.contoso.com/document', '[\n {"ip": "203.0.113.9", "n": 1.5},\n {"ip": 5}\n]'],
      ['https://intel.contoso.com/broken.json', '{"ip":'],
    ]),
    places: [
      {
        network: '203.0.113.9',
        country: 'Germany',
        state: 'Bayern',
        city: 'Munich',
        latitude: 48.1371,
        longitude: 11.5754,
      },
      {
        network: '203.0.113.0/24',
        country: 'United Kingdom',
        state: 'England',
        city: 'London',
        latitude: 51.5,
        longitude: -0.12,
      },
    ],
    fileProfiles: [profile],
    workspaces: ['law-contoso-unified'],
  };
  engine = await createEngine({
    environment: () => current,
    tables: [
      schema('Signins', 'both', 'Timestamp:datetime User IP SHA1 SHA256'),
      schema(
        'DeviceNetworkInfo',
        'both',
        'Timestamp:datetime DeviceId DeviceName NetworkAdapterName NetworkAdapterType ConnectedNetworks:dynamic IPAddresses:dynamic',
      ),
      schema('DeviceTvmThing', 'defender', 'Timestamp:datetime DeviceId'),
    ],
  });
  await engine.append('Signins', [
    {
      Timestamp: '2025-01-15T09:00:00Z',
      User: 'helena@contoso.com',
      IP: '203.0.113.9',
      SHA1: sha1.toUpperCase(),
      SHA256: sha256,
    },
    {
      Timestamp: '2025-01-14T09:00:00Z',
      User: 'alex@contoso.com',
      IP: '203.0.113.77',
      SHA1: 'd'.repeat(40),
      SHA256: '',
    },
    { Timestamp: '2025-01-13T09:00:00Z', User: 'sam@contoso.com', IP: '10.1.2.3', SHA1: 'no hash', SHA256: '' },
  ]);
  const network = (Name: string) => JSON.stringify([{ Name }]);
  const address = (IPAddress: string) => JSON.stringify([{ IPAddress, AddressType: 'Private' }]);
  const info = (DeviceId: string, at: string, ip: string, name: string) => ({
    Timestamp: at,
    DeviceId,
    DeviceName: `${DeviceId}.contoso.com`,
    NetworkAdapterName: 'eth0',
    NetworkAdapterType: 'Ethernet',
    ConnectedNetworks: JSON.parse(network(name)),
    IPAddresses: JSON.parse(address(ip)),
  });
  await engine.append('DeviceNetworkInfo', [
    info('d1', '2025-01-14T08:00:00Z', '10.1.2.3', 'floor-1'),
    info('d1', '2025-01-15T08:00:00Z', '10.1.2.4', 'floor-1'),
    info('d2', '2025-01-15T08:00:00Z', '10.1.2.3', 'floor-1'),
    info('d3', '2025-01-15T08:00:00Z', '10.9.9.9', 'floor-2'),
  ]);
});
afterAll(() => engine.close());

async function rows(
  text: string,
  world: 'hunting' | 'workspace' = 'hunting',
): Promise<readonly (readonly unknown[])[]> {
  const result = await engine.run(text, { now, world });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rows;
}
async function problem(text: string, world: 'hunting' | 'workspace' = 'hunting') {
  const result = await engine.run(text, { now, world });
  if (result.ok) throw new Error(`ran: ${JSON.stringify(result.rows)}`);
  return result.problems[0];
}
const columns = async (text: string) => {
  const result = await engine.run(text, { now });
  return result.ok ? result.columns.map((column) => column.name) : result.problems;
};

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
  it('keep the positions of problems after a call without parentheses', async () => {
    expect(await problem('Logons | where Nope == 1')).toMatchObject({ code: 'KS142', start: 15, length: 4 });
  });
});

describe('externaldata', () => {
  const read = (schemaText: string, url: string, more = '') =>
    rows(`externaldata(${schemaText})[@'https://intel.contoso.com/${url}'] ${more}`);
  it('reads csv by position, with quotes, and null for what is not of the type', async () => {
    expect(
      await read('ip:string, score:long, note:string', 'ips.csv', 'with (format="csv", ignoreFirstRecord=true)'),
    ).toEqual([
      ['203.0.113.9', 90, 'seen, twice'],
      ['198.51.100.7', null, 'a "quoted" word'],
    ]);
  });
  it('reads the header too unless told not to', async () => {
    expect(await read('ip:string', 'ips.csv')).toHaveLength(3);
  });
  it('opens gzip', async () => {
    expect(await read('ip:string, score:int, note:string', 'ips.csv.gz')).toEqual([['203.0.113.9', 90, 'z']]);
  });
  it('reads a line per row of txt, fields of tsv', async () => {
    expect(await read('line:string', 'list.txt', 'with (format=txt)')).toEqual([['one'], ['two, three']]);
    expect(await read('a:string, b:string, c:int', 'tabs.tsv')).toEqual([
      ['a', 'b', null],
      ['c', 'd', null],
    ]);
  });
  it('reads json by name', async () => {
    expect(await read('tags:dynamic, ip:string', 'lines.json', "with (format='json')")).toEqual([
      [['x'], '203.0.113.9'],
      [null, '203.0.113.10'],
    ]);
    expect(await read('ip:string, n:real', 'document', 'with (format=multijson)')).toEqual([
      ['203.0.113.9', 1.5],
      ['5', null],
    ]);
  });
  it('reads several files as one, and in a let', async () => {
    const both =
      "externaldata(ip:string)[h@'https://intel.contoso.com/ips.csv.gz;secret', 'https://intel.contoso.com/list.txt'] with (format=txt)";
    expect(await rows(`let feed = ${both}; feed | count`)).toEqual([[3]]);
  });
  it('refuses any other URL, a broken file and formats it does not read', async () => {
    expect(await problem("externaldata(ip:string)['https://elsewhere.contoso.com/x.csv']")).toMatchObject({
      code: 'KQLU01',
      start: 24,
    });
    expect(await problem("externaldata(ip:string)['https://intel.contoso.com/broken.json']")).toMatchObject({
      code: 'SEM0531',
    });
    expect(
      await problem("externaldata(ip:string)['https://intel.contoso.com/ips.csv'] with (format=parquet)"),
    ).toMatchObject({ code: 'KQLU01' });
    expect(await problem("externaldata(ip:string)['file:///etc/passwd']")).toMatchObject({ code: 'KQLU01' });
  });
});

describe('FileProfile', () => {
  it('adds its columns after the input’s, numbered where names clash', async () => {
    expect(await columns('Signins | project User, SHA1 | invoke FileProfile(SHA1)')).toEqual([
      'User',
      'SHA1',
      'SHA11',
      'SHA256',
      'MD5',
      'FileSize',
      'GlobalPrevalence',
      'GlobalFirstSeen',
      'GlobalLastSeen',
      'Signer',
      'Issuer',
      'SignerHash',
      'IsCertificateValid',
      'IsRootSignerMicrosoft',
      'SignatureState',
      'IsExecutable',
      'ThreatName',
      'Publisher',
      'SoftwareName',
      'ProfileAvailability',
    ]);
  });
  it('knows a file by either hash, says Missing of others and nothing of what is no hash', async () => {
    const by = (column: string) =>
      rows(
        `Signins | invoke FileProfile(${column}, 1000) | sort by Timestamp desc | project GlobalPrevalence, GlobalFirstSeen, ThreatName, ProfileAvailability`,
      );
    const known = [7, '2024-12-01T00:00:00Z', 'Trojan:Win32/Demo', 'Available'];
    expect(await by('SHA1')).toEqual([known, [null, null, '', 'Missing'], [null, null, '', '']]);
    expect(await by('"SHA256"')).toEqual([known, [null, null, '', ''], [null, null, '', '']]);
    expect(await rows('Signins | invoke FileProfile() | where GlobalPrevalence < 10 | count')).toEqual([[1]]);
  });
  it('stops after as many files as it is told', async () => {
    expect(await rows('Signins | invoke FileProfile(SHA1, 1) | where isnotempty(ProfileAvailability) | count')).toEqual(
      [[1]],
    );
  });
  it('is Defender’s: the workspace does not have it', async () => {
    expect(await problem('Signins | invoke FileProfile("SHA1")', 'workspace')).toMatchObject({ code: 'KS211' });
    expect(await problem('Signins | invoke FileProfile(Nope)')).toMatchObject({ code: 'KS142' });
  });
});

describe('functions about devices', () => {
  it('SeenBy names the devices of the same network', async () => {
    expect(await rows("print DeviceId='d1' | invoke SeenBy()")).toEqual([['d1', ['d2']]]);
    expect(await rows("print Id='d3' | invoke SeenBy(Id) | project SeenBy")).toEqual([[null]]);
  });
  it('DeviceFromIP gives the latest holder of an address', async () => {
    expect(await rows("print IP='10.1.2.3' | invoke DeviceFromIP()")).toEqual([['10.1.2.3', 'd2']]);
    expect(await rows('Signins | project IP | invoke DeviceFromIP(IP, datetime(2025-01-14T12:00:00Z))')).toEqual([
      ['10.1.2.3', 'd1'],
    ]);
  });
  it('AssignedIPAddresses gives a device’s latest addresses', async () => {
    expect(await rows("AssignedIPAddresses('d1.contoso.com') | project Timestamp, IPAddress, IPType")).toEqual([
      ['2025-01-15T08:00:00Z', '10.1.2.4', 'Private'],
    ]);
    expect(await rows("AssignedIPAddresses('d1', ago(1d)) | project IPAddress")).toEqual([['10.1.2.3']]);
  });
});

describe('geo_info_from_ip_address', () => {
  it('finds an address, then its range; an empty bag for the unknown and null for what is no address', async () => {
    expect(
      await rows(
        "print tostring(geo_info_from_ip_address('203.0.113.9').city), tostring(geo_info_from_ip_address('203.0.113.10').country)",
      ),
    ).toEqual([['Munich', 'United Kingdom']]);
    expect(await rows("print geo_info_from_ip_address('10.0.0.1'), geo_info_from_ip_address('nowhere')")).toEqual([
      [{}, null],
    ]);
    expect(await rows("print geo_info_from_ip_address('203.0.113.9')")).toEqual([
      [{ country: 'Germany', state: 'Bayern', city: 'Munich', latitude: 48.1371, longitude: 11.5754 }],
    ]);
    expect(
      await rows('Signins | extend geo = geo_info_from_ip_address(IP) | where geo.country == "Germany" | count'),
    ).toEqual([[1]]);
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
