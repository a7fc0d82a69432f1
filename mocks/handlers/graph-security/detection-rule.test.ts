import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphDetectionRule, graphDetectionRuleList } from '@/lib/wire/graph-security/detection-rule';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const rules = 'graph.microsoft.com/beta/security/rules/detectionRules';
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const rule = (id: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.security.detectionRule',
  id,
  displayName: `Encoded PowerShell ${id}`,
  status: 'enabled',
  queryCondition: { queryText: "DeviceProcessEvents | where ProcessCommandLine has '-enc'" },
  schedule: { frequency: 'PT1H' },
  detectionAction: {
    alertTemplate: {
      title: 'Encoded PowerShell',
      severity: 'High',
      tactics: [{ tactic: 'Execution', techniques: [{ technique: 'T1059', subTechniques: ['T1059.001'] }] }],
      entityMappings: { hosts: [{ deviceIdColumn: 'DeviceId', nameColumn: 'DeviceName' }] },
    },
    automatedActions: { isolateDevices: [{ deviceIdColumn: 'DeviceId', isolationType: 'full' }] },
    incidentConfiguration: { isExcludedFromIncidentCorrelation: true },
  },
  ...more,
});
const post = (body: object) => ask(rules, { method: 'POST', body });

describe('custom detections', () => {
  it('are made, read, changed in part and removed', async () => {
    const made = await post(rule('one'));
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('https://graph.microsoft.com/beta/security/rules/detectionRules/one');
    expect(graphDetectionRule.parse(made.body)).toMatchObject({ createdBy: 'OneQueue', lastRunDetails: null });
    await tenant.clock.advance(1000);
    const change = { status: 'disabled', detectionAction: { alertTemplate: { severity: 'low' } } };
    const changed = await ask(`${rules}/one`, { method: 'PATCH', body: change });
    expect(changed.body).toMatchObject({
      status: 'disabled',
      displayName: 'Encoded PowerShell one',
      lastModifiedDateTime: tenant.clock.iso(),
      detectionAction: { alertTemplate: { severity: 'low', title: 'Encoded PowerShell' } },
    });
    expect((await ask(`${rules}/one`)).body).toEqual(changed.body);
    expect((await ask(`${rules}/one`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(`${rules}/one`)).status).toBe(404);
  });

  it('show what their runs left behind and let nobody write it', async () => {
    await post(rule('two', { lastRunDetails: { status: 'failed' } }));
    const record = tenant.store.detectionRules.byId('two');
    expect(record?.lastRun).toBeNull();
    const lastRunDateTime = tenant.clock.iso();
    const run = { lastRunDateTime, status: 'completed', failureReason: null, errorCode: null } as const;
    if (record) tenant.store.detectionRules.ran(record, run, null);
    expect(field((await ask(`${rules}/two`)).body, 'lastRunDetails')).toEqual(run);
  });

  it('are listed by filter, order, page and properties', async () => {
    await post(rule('b3', { displayName: 'Bbb', status: 'disabled' }));
    await post(rule('a3', { displayName: 'Aaa' }));
    const named = async (query: string) => {
      const { status, body } = await ask(`${rules}?${query}`);
      expect(status, JSON.stringify(body)).toBe(200);
      return graphDetectionRuleList.parse(body).value.map(({ displayName }) => displayName);
    };
    expect(await named("$filter=status eq 'disabled'")).toEqual(['Bbb']);
    expect(await named("$filter=startswith(displayName,'a')&$orderby=displayName")).toEqual(['Aaa']);
    const { body } = await ask(`${rules}?$top=1&$count=true&$orderby=displayName&$select=id,displayName`);
    expect(body).toMatchObject({ '@odata.count': [...tenant.store.detectionRules.all()].length });
    expect(Object.keys(Object(field(body, 'value', 0)))).toEqual(['@odata.type', 'id', 'displayName']);
    expect(field(body, '@odata.nextLink')).toMatch(/skiptoken/);
    for (const query of ['$filter=schedule eq null', '$select=isEnabled', '$orderby=status', '$expand=x']) {
      expect((await ask(`${rules}?${query}`)).status, query).toBe(400);
    }
  });

  it.each([
    ['a query with an error', { queryCondition: { queryText: 'DeviceProcessEvents | where Colour == 1' } }, /Colour/],
    ['a query without a time', { queryCondition: { queryText: 'DeviceProcessEvents | count' } }, /Timestamp/],
    [
      'a mapping to a column that is not there',
      {
        detectionAction: {
          alertTemplate: { title: 't', severity: 'low', entityMappings: { ips: [{ addressColumn: 'Nope' }] } },
        },
      },
      /Nope/,
    ],
    ['a schedule that is too quick', { schedule: { frequency: 'PT1M' } }, /PT5M/],
    ['a schedule that is none', { schedule: { frequency: 'hourly' } }, /ISO 8601/],
    ['a status that Microsoft sets', { status: 'autoDisabled' }, /status/],
    ['no query', { queryCondition: null }, /queryCondition/],
  ])('are refused with %s', async (_, more, message) => {
    const { status, body } = await post(rule('bad', more));
    expect(status).toBe(400);
    expect(field(body, 'error', 'message')).toMatch(message);
  });

  it('are refused twice under one id, and to those who may only read', async () => {
    await post(rule('four'));
    expect((await post(rule('four'))).status).toBe(409);
    expect((await ask(rules, { method: 'POST', body: rule('five'), as: 'reader' })).status).toBe(403);
    expect((await ask(rules, { as: 'reader' })).status).toBe(200);
  });
});
