import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphError } from '@/lib/wire/graph-error';
import { huntingResults } from '@/lib/wire/graph-security/hunting';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const url = 'graph.microsoft.com/v1.0/security/runHuntingQuery';
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const hunt = async (query: string, more: object = {}) => {
  const { status, body } = await ask(url, { method: 'POST', body: { Query: query, ...more } });
  expect(status, JSON.stringify(body)).toBe(200);
  return huntingResults.parse(body);
};

describe('runHuntingQuery', () => {
  it('answers rows as objects and types as .NET names them', async () => {
    const { schema, results } = await hunt(
      `print at=datetime(2025-01-15), name='x', n64=7, n32=toint(7), share=1.5, yes=true, bag=parse_json('[7]'), id=guid(00000000-0000-4000-8000-000000000001)`,
    );
    expect(schema.map(({ name, type }) => `${name}:${type}`)).toEqual([
      'at:DateTime',
      'name:String',
      'n64:Int64',
      'n32:Int32',
      'share:Double',
      'yes:SByte',
      'bag:Object',
      'id:Guid',
    ]);
    expect(results[0]).toMatchObject({ name: 'x', n64: 7, yes: 1, bag: [7] });
  });

  it('takes both path forms and both spellings of its parameters', async () => {
    const body = { query: 'print x=1', timespan: 'PT1H' };
    const qualified = url.replace('/runHuntingQuery', '/microsoft.graph.security.runHuntingQuery');
    expect((await ask(qualified, { method: 'POST', body })).status).toBe(200);
    expect((await ask(url, { method: 'POST', body })).status).toBe(200);
    expect((await ask(url, { method: 'POST', body: { Timespan: 'PT1H' } })).status).toBe(400);
  });

  it('bounds time by Timespan, and never looks further back than 30 days', async () => {
    const count = async (timespan: string) =>
      Number((await hunt('AlertInfo | count', { Timespan: timespan })).results[0]?.Count);
    const [hour, month, year] = [await count('PT1H'), await count('P30D'), await count('P365D')];
    expect(hour).toBeLessThan(month);
    expect(month).toBeGreaterThan(0);
    expect(year).toBe(month);
  });

  it('says what is wrong with a query and where', async () => {
    const { status, body } = await ask(url, { method: 'POST', body: { Query: 'AlertInfo\n| where Colour == 1' } });
    expect(status).toBe(400);
    const { error } = graphError.parse(body);
    expect(error.code).toBe('BadRequest');
    expect(error.message).toMatch(/Colour.*\(KS142\).*\[line:position=2:9\]/s);
  });
});

describe('one store behind REST and KQL', () => {
  const latest = `SecurityIncident | where ProviderIncidentId == '12345' and ProviderName == 'Microsoft XDR'
    | summarize arg_max(LastModifiedTime, Status, Classification, Owner) by IncidentNumber`;

  it('sees an incident closed through Sentinel at once', async () => {
    const { name, fields, number } = mainIncident(tenant).sentinel;
    expect((await hunt(latest)).results).toMatchObject([{ IncidentNumber: number, Status: 'New' }]);
    await tenant.clock.advance(1000);
    const properties = { ...fields, status: 'Closed', classification: 'BenignPositive' };
    await ask(`${sentinelRoot}/incidents/${name}?${apiVersion}`, { method: 'PUT', body: { properties } });
    expect((await hunt(latest)).results).toMatchObject([{ Status: 'Closed', Classification: 'BenignPositive' }]);
  });

  it('sees one changed through Graph when the sync has carried it', async () => {
    await tenant.clock.advance(60_000);
    const body = { status: 'inProgress', assignedTo: 'maya.chen@contoso.com' };
    await ask('graph.microsoft.com/v1.0/security/incidents/12345', { method: 'PATCH', body });
    expect((await hunt(latest)).results[0]?.Status).toBe('Closed');
    await tenant.clock.advance(10_000);
    const [row] = (await hunt(latest)).results;
    expect(row?.Status).toBe('Active');
    expect(field(row?.Owner, 'userPrincipalName')).toBe('maya.chen@contoso.com');
  });

  it('has an alert’s evidence, the alert itself and the workspace’s row of it', async () => {
    const { results } = await hunt(
      `AlertEvidence | where AccountUpn == 'alex.johnson@contoso.com' | distinct AlertId
       | join kind=inner AlertInfo on AlertId | summarize Alerts = dcount(AlertId)`,
    );
    expect(Number(results[0]?.Alerts)).toBeGreaterThanOrEqual(1);
    const rows = await hunt(
      "SecurityAlert | summarize arg_max(TimeGenerated, *) by SystemAlertId | where Entities has 'alex.johnson'",
    );
    expect(rows.results.length).toBeGreaterThan(0);
  });

  it('goes on with telemetry as the clock goes on', async () => {
    const busy = await smallTenant({ rows: 50_000 });
    const newest = { Query: 'union Device*, SigninLogs | summarize max(TimeGenerated)' };
    const read = async () => {
      const { body } = await askOf(busy)(url, { method: 'POST', body: newest });
      return Date.parse(String(field(body, 'results', 0, 'max_TimeGenerated')));
    };
    const before = await read();
    await busy.clock.advance(30 * 60_000);
    expect((await read()) - before).toBeGreaterThan(20 * 60_000);
    await busy.close();
  });
});
