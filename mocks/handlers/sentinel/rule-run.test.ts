/** Scheduled rules run on demand: the tenant's own detection may be off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentinelRuleRun, sentinelRuleRunList } from '@/lib/wire/sentinel/rule-run';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, list, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { scheduledRule } from '@/mocks/testing/scheduled-rule';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const preview = 'api-version=2025-07-01-preview';
const trigger = (rule: string, executionTimeUtc: string, version = preview, as?: 'reader') =>
  ask(`${sentinelRoot}/alertRules/${rule}/triggerRuleRun?${version}`, {
    method: 'POST',
    body: { properties: { executionTimeUtc } },
    ...(as ? { as } : {}),
  });
const always = scheduledRule({ displayName: 'Always', query: "print Who = 'alex.johnson@contoso.com'" });

describe('a rule run on demand', () => {
  it('is accepted with an address, runs over the time that was asked for, and raises its alerts', async () => {
    const rule = await ask(`${sentinelRoot}/alertRules/always?${apiVersion}`, { method: 'PUT', body: always });
    expect(rule.status, JSON.stringify(rule.body)).toBe(201);
    const executionTimeUtc = '2025-01-15T08:00:00Z';
    const reply = await trigger('always', executionTimeUtc);
    expect([reply.status, reply.body]).toEqual([202, null]);
    const location = `management.azure.com${reply.headers.get('location')}`;
    const now = async () => sentinelRuleRun.parse((await ask(location)).body).properties;
    expect(await now()).toMatchObject({ provisioningState: 'Accepted', ruleId: 'always', executionTimeUtc });
    await tenant.clock.advance(30_000);
    const done = await now();
    expect(done.provisioningState).toBe('Succeeded');
    const raised = [...tenant.store.alerts.all()].filter(({ graph }) => graph.detectorId === 'always');
    expect(raised.map(({ graph }) => graph.lastActivityDateTime)).toEqual(['2025-01-15T08:00:00.000Z']);
    const id = field(done.ruleRunAdditionalData, 'healthCorrelationId');
    const query = `SentinelHealth | where tostring(ExtendedProperties.CorrelationId) == '${String(id)}' | project Status, tostring(ExtendedProperties.QueryEndTimeUTC)`;
    const { body } = await ask(queryUrl, { method: 'POST', body: { query } });
    expect(list(body, 'tables', 0, 'rows')).toEqual([['Success', '2025-01-15T08:00:00.000Z']]);
    const listed = await ask(`${sentinelRoot}/triggeredAnalyticsRuleRuns?${preview}`);
    expect(sentinelRuleRunList.parse(listed.body).value).toHaveLength(1);
  });

  it('is for scheduled rules, of the past, in preview versions, for those who may write rules', async () => {
    const past = '2025-01-15T08:00:00Z';
    expect((await trigger(ruleIds.credentialAccess, past)).status).toBe(400);
    expect((await trigger('always', '2031-01-01T00:00:00Z')).status).toBe(400);
    expect((await trigger('none', past)).status).toBe(404);
    expect((await trigger('always', past, apiVersion)).status).toBe(404);
    expect((await trigger('always', past, preview, 'reader')).status).toBe(403);
    expect((await ask(`${sentinelRoot}/triggeredAnalyticsRuleRuns/none?${preview}`)).status).toBe(404);
  });
});
