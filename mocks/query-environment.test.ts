import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, huntRows, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ quotas: false, rows: 5000 });
  ask = askOf(tenant);
  // The first query of a tenant makes its logs.
  await hunt('print 1');
});
afterAll(() => tenant.close());

const hunt = (query: string) => huntRows(ask, query);

it('the seeded watchlists answer by alias, and as rows of the Watchlist table', async () => {
  expect(await hunt('_GetWatchlistAlias | sort by WatchlistAlias asc')).toEqual(
    ['CorporateNetworks', 'HighValueAssets', 'ServiceAccounts', 'TerminatedEmployees', 'VIPUsers'].map(
      (WatchlistAlias) => ({ WatchlistAlias }),
    ),
  );
  expect(await hunt("_GetWatchlist('VIPUsers') | where SearchKey startswith 'helena.marsh' | project Tags")).toEqual([
    { Tags: 'Executive' },
  ]);
  const both = await hunt(
    "Watchlist | where WatchlistAlias == 'ServiceAccounts' and _DTItemType == 'watchlist-item' | count | extend Direct = toscalar(_GetWatchlist('ServiceAccounts') | count)",
  );
  expect(both).toEqual([{ Count: 6, Direct: 6 }]);
});

it('an edit of a watchlist is seen by the next query and logged', async () => {
  const record = tenant.store.watchlists.byAlias('ServiceAccounts');
  if (!record) return expect.unreachable();
  tenant.store.watchlists.put({ ...record, items: record.items.slice(1) });
  expect(await hunt("_GetWatchlist('ServiceAccounts') | count")).toEqual([{ Count: 5 }]);
  expect(
    await hunt("Watchlist | where WatchlistAlias == 'ServiceAccounts' and _DTItemStatus == 'Delete' | count"),
  ).toEqual([{ Count: 1 }]);
});

it('the demo’s addresses have places, and those of the attackers are abroad', async () => {
  const geo = (ip: string) => `tostring(geo_info_from_ip_address('${ip}').country)`;
  const ips = ['198.51.100.20', '185.0.0.44', '10.20.16.4'];
  const [row] = await hunt(`print ${ips.map((ip, index) => `p${index} = ${geo(ip)}`).join(', ')}`);
  expect(row).toEqual({ p0: 'United Kingdom', p1: 'Romania', p2: '' });
});

it('FileProfile knows Windows’ programs and the files of alerts', async () => {
  const [row] = await hunt(
    'DeviceProcessEvents | invoke FileProfile(SHA1, 1000) | summarize Known = countif(ProfileAvailability == "Available"), Signed = countif(SignatureState == "SignedValid"), Odd = countif(GlobalPrevalence < 100)',
  );
  expect(row).toMatchObject({ Known: expect.any(Number) });
  expect(Number(Reflect.get(Object(row), 'Signed'))).toBeGreaterThan(10);
  expect(Number(Reflect.get(Object(row), 'Odd'))).toBeGreaterThan(0);
});

it('who saw a device and who held an address comes from the inventory', async () => {
  const [seen] = await hunt(
    'DeviceInfo | take 20 | invoke SeenBy() | summarize Most = max(array_length(SeenBy)), Rows = count()',
  );
  expect(seen).toMatchObject({ Rows: 20 });
  expect(Number(Reflect.get(Object(seen), 'Most'))).toBeGreaterThan(0);
  const held = await hunt(
    'DeviceNetworkInfo | take 1 | project IP = tostring(IPAddresses[0].IPAddress), Holder = DeviceId | invoke DeviceFromIP()',
  );
  expect(held).toHaveLength(1);
});

it('externaldata reads the company’s feeds', async () => {
  const feed =
    "externaldata(ip:string, threat:string, confidence:int)['https://intel.contoso.com/feeds/malicious-ips.csv'] with (format='csv', ignoreFirstRecord=true)";
  const [row] = await hunt(
    `let feed = ${feed}; SigninLogs | where IPAddress in ((feed | project ip)) | summarize n = count()`,
  );
  expect(Number(Reflect.get(Object(row), 'n'))).toBeGreaterThan(0);
});

it.each([
  ['_Im_AuditEvent', 'AzureActivity AuditLogs'],
  ['imAuthentication', 'SigninLogs DeviceLogonEvents SecurityEvent AADNonInteractiveUserSignInLogs'],
  ['_Im_Dns(domain_has_any=dynamic(["outlook"]))', 'ASimDnsActivityLogs DeviceEvents'],
  ['ASimFileEvent', 'DeviceFileEvents'],
  ['_Im_NetworkSession(dstportnumber=443)', 'DeviceNetworkEvents CommonSecurityLog'],
  ['imProcessCreate()', 'DeviceProcessEvents SecurityEvent'],
  ['imRegistry', 'DeviceRegistryEvents'],
  ['vimProcessEventMicrosoft365D(disabled=true)', ''],
])('%s has normalized rows of %s', async (parser, tables) => {
  const found = await hunt(`${parser} | where isnotempty(EventType) and isnotempty(EventProduct) | distinct Type`);
  expect(found.map((row) => Reflect.get(Object(row), 'Type')).sort()).toEqual(tables.split(' ').filter(Boolean).sort());
});

it('a change over ARM is in AzureActivity, asked for and done, under the id that its reply carried', async () => {
  const rule = `${sentinelRoot}/automationRules/quiet-nights?${apiVersion}`;
  const refused = await ask(rule, { method: 'PUT', body: { properties: {} } });
  expect(refused.status).toBe(400);
  const removed = await ask(rule, { method: 'DELETE' });
  expect(removed.status).toBe(204);
  await ask(`${sentinelRoot}/automationRules?${apiVersion}`);
  const rows = await hunt(
    "AzureActivity | where OperationNameValue startswith 'MICROSOFT.SECURITYINSIGHTS/AUTOMATIONRULES' | sort by TimeGenerated asc, OperationNameValue desc | project OperationNameValue, ActivityStatusValue, ActivitySubstatusValue, Resource, CorrelationId, Action = tostring(Authorization_d.action)",
  );
  const told = (verb: string, status: string, substatus: string, reply: typeof refused) => ({
    OperationNameValue: `MICROSOFT.SECURITYINSIGHTS/AUTOMATIONRULES/${verb.toUpperCase()}`,
    ActivityStatusValue: status,
    ActivitySubstatusValue: substatus,
    Resource: 'quiet-nights',
    CorrelationId: reply.headers.get('x-ms-correlation-request-id'),
    Action: `Microsoft.SecurityInsights/automationRules/${verb}`,
  });
  expect(rows).toHaveLength(4);
  expect(rows).toEqual(
    expect.arrayContaining([
      told('write', 'Start', '', refused),
      told('write', 'Failure', 'BadRequest', refused),
      told('delete', 'Start', '', removed),
      told('delete', 'Success', 'NoContent', removed),
    ]),
  );
});
