/** The client's rules against the tenant: what it reads parses, what it writes is kept, what is stale is refused. */
import { expect, it } from 'vitest';
import { sentinelAlertRules } from '@/lib/api/sentinel/alert-rule';
import { sentinelAlertRuleActions } from '@/lib/api/sentinel/alert-rule-action';
import { sentinelAlertRuleTemplates } from '@/lib/api/sentinel/alert-rule-template';
import { sentinelAutomationRules } from '@/lib/api/sentinel/automation-rule';
import { createCall } from '@/lib/api/transport/call';
import { sentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { tokenFor } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

it('analytics and automation rules are listed, changed and removed', async () => {
  const tenant = await smallTenant({ rows: 0, incidents: 1, quotas: false });
  const token = await tokenFor(tenant, 'https://management.azure.com', tenantFacts.clientId);
  const call = createCall('sentinel', 'https://management.azure.com', (request) => {
    request.headers.set('authorization', `Bearer ${token}`);
    return tenant.fetch(request);
  });
  const workspace = {
    subscriptionId: tenantFacts.subscriptionId,
    resourceGroup: tenantFacts.resourceGroup,
    name: tenantFacts.workspaceName,
    id: tenantFacts.workspaceId,
  };
  const all = async <Element>(list: AsyncGenerator<Element[]>): Promise<Element[]> => {
    const found: Element[] = [];
    for await (const page of list) found.push(...page);
    return found;
  };

  const rules = sentinelAlertRules(call, workspace);
  expect((await all(rules.list())).length).toBeGreaterThan(12);
  const { name } = await rules.get(ruleIds.credentialAccess);
  const nrt = sentinelAlertRuleRequest.parse(await rules.get(name));
  if (nrt.kind !== 'NRT') throw new Error('the second rule is near-real-time');
  const changed = await rules.put(name, { ...nrt, properties: { ...nrt.properties, enabled: false } });
  expect(changed.properties.enabled).toBe(false);
  await expect(rules.put(name, nrt)).rejects.toThrow();
  await rules.remove(name);
  await rules.remove(name);
  expect((await all(rules.list())).map((rule) => rule.name)).not.toContain(name);
  expect(await all(sentinelAlertRuleActions(call, workspace)(ruleIds.lateralAzure).list())).toEqual([]);
  expect((await all(sentinelAlertRuleTemplates(call, workspace).list())).length).toBeGreaterThan(5);

  const automation = sentinelAutomationRules(call, workspace);
  const [first] = await all(automation.list());
  if (!first) throw new Error('there are automation rules');
  const renamed = { ...first, properties: { ...first.properties, displayName: 'Renamed' } };
  expect((await automation.put(first.name, renamed)).properties.displayName).toBe('Renamed');
  expect((await automation.get(first.name)).properties.displayName).toBe('Renamed');
  await automation.remove(first.name);
  await tenant.close();
});
