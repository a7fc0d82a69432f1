/** What alerts of the workspace start: automation rules for alerts, and the playbooks of the rule that raised them. */
import { expect, it } from 'vitest';
import { apiVersion, askOf, list, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { scheduledRule } from '@/mocks/testing/scheduled-rule';
import { smallTenant, withoutSeededRules } from '@/mocks/testing/small-tenant';

it('an alert starts the playbooks of its rule and of the automation rules that fit, once each', async () => {
  const tenant = await smallTenant({ rows: 0, incidents: 1, quotas: false, detection: true });
  withoutSeededRules(tenant);
  const ask = askOf(tenant);
  const put = async (path: string, body: unknown) => {
    const reply = await ask(`${sentinelRoot}/${path}?${apiVersion}`, { method: 'PUT', body });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  };
  const playbook = tenant.store.rules.playbooks.byName('playbook-isolate-device-alert') ?? expect.unreachable();
  const logicAppResourceId = `${sentinelRoot.replace('management.azure.com', '').split('/providers/')[0]}/providers/Microsoft.Logic/workflows/${playbook.name}`;
  const { device } =
    tenant.store.endpoint.machines.all().find((one) => one.online && one.device.osPlatform.startsWith('Windows')) ??
    expect.unreachable();
  const always = scheduledRule({
    displayName: 'Always',
    enabled: true,
    query: `print TimeGenerated = now(), Computer = '${device.hostName}'`,
    entityMappings: [{ entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'Computer' }] }],
  });
  await put('alertRules/always', always);
  await put('alertRules/always/actions/isolate', {
    properties: { logicAppResourceId, triggerUri: 'https://prod-00.eastus.logic.azure.com/workflows/x' },
  });
  const automation = (order: number, rule: string) => ({
    properties: {
      displayName: `Alerts of ${rule}`,
      order,
      triggeringLogic: {
        isEnabled: true,
        triggersOn: 'Alerts',
        triggersWhen: 'Created',
        conditions: [
          {
            conditionType: 'Property',
            conditionProperties: { propertyName: 'AlertAnalyticRuleIds', operator: 'Contains', propertyValues: [rule] },
          },
        ],
      },
      actions: [{ order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId } }],
    },
  });
  await put('automationRules/fits', automation(10, '/alertRules/always'));
  await put('automationRules/fits-not', automation(11, '/alertRules/never'));

  await tenant.clock.advance(10 * 60_000);
  expect(playbook.runs.map(({ on, startedBy, status }) => [on?.kind, startedBy, status])).toEqual([
    ['alert', 'Analytics rule - Always', 'Succeeded'],
    // The same device, at the same time: Defender takes the first order only.
    ['alert', 'Automation rule - Alerts of /alertRules/always', 'Failed'],
  ]);
  expect(tenant.store.endpoint.actions.all().map(({ machine, type }) => [machine.device.hostName, type])).toEqual([
    [device.hostName, 'Isolate'],
  ]);
  const query =
    "SentinelHealth | where OperationName == 'Automation rule run' | project SentinelResourceName, tostring(ExtendedProperties.TriggeredOn), Status";
  const { body } = await ask(queryUrl, { method: 'POST', body: { query } });
  expect(list(body, 'tables', 0, 'rows')).toEqual([['Alerts of /alertRules/always', 'Alert', 'Success']]);
  await tenant.close();
});
