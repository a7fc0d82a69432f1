/** Analytics rules through the door: what is there, what can be written, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentinelAlertRule, sentinelAlertRuleList } from '@/lib/wire/sentinel/alert-rule';
import { sentinelAlertRuleAction } from '@/lib/wire/sentinel/alert-rule-action';
import { sentinelAlertRuleTemplateList } from '@/lib/wire/sentinel/alert-rule-template';
import { sentinelAutomationRule, sentinelAutomationRuleList } from '@/lib/wire/sentinel/automation-rule';
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

const send = (method: string, path: string, body?: unknown, version = apiVersion) =>
  ask(`${sentinelRoot}/${path}?${version}`, { method, ...(body === undefined ? {} : { body }) });

const { properties } = scheduledRule({
  displayName: 'Sign-ins by night',
  enabled: true,
  query: 'SigninLogs | project TimeGenerated, UserPrincipalName',
});

describe('analytics rules', () => {
  it('come as a list that the schema parses, with the three of the commission', async () => {
    const { status, body } = await send('GET', 'alertRules');
    expect(status).toBe(200);
    const { value } = sentinelAlertRuleList.parse(body);
    const named = new Map(value.map((rule) => [rule.properties.displayName, rule]));
    const first = named.get('Suspicious Sign-in Followed by Azure Resource Access');
    expect(first).toMatchObject({
      kind: 'Scheduled',
      properties: { severity: 'High', queryFrequency: 'PT15M', queryPeriod: 'PT1H', techniques: ['T1078', 'T1530'] },
    });
    expect(named.get('Post-Compromise Credential Access Attempt')).toMatchObject({ kind: 'NRT' });
    expect(named.get('Lateral Movement via Azure Resource Access Escalation')).toMatchObject({
      properties: { queryFrequency: 'PT5M', severity: 'Medium' },
    });
    expect(value.some((rule) => rule.properties.displayName?.startsWith('AUTO DISABLED '))).toBe(true);
  });

  it('are made with 201, replaced with 200, guarded by their etag, removed with 200 and then 204', async () => {
    const made = await send('PUT', 'alertRules/by-night', { kind: 'Scheduled', properties });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const etag = sentinelAlertRule.parse(made.body).etag;
    const again = await send('PUT', 'alertRules/by-night', { kind: 'Scheduled', etag, properties });
    expect(again.status).toBe(200);
    expect((await send('PUT', 'alertRules/by-night', { kind: 'Scheduled', etag, properties })).status).toBe(409);
    expect((await send('DELETE', 'alertRules/BY-NIGHT')).status).toBe(200);
    expect((await send('DELETE', 'alertRules/by-night')).status).toBe(204);
    expect((await send('GET', 'alertRules/by-night')).status).toBe(404);
    const audit = await ask(queryUrl, {
      method: 'POST',
      body: { query: "SentinelAudit | where SentinelResourceName == 'Sign-ins by night' | distinct OperationName" },
    });
    expect(list(audit.body, 'tables', 0, 'rows').flat().sort()).toEqual([
      'Create or update analytics rule',
      'Delete analytics rule',
    ]);
  });

  it.each([
    ['a period shorter than the frequency', { queryFrequency: 'PT2H' }, 'queryPeriod'],
    ['a frequency below five minutes', { queryFrequency: 'PT1M' }, 'queryFrequency'],
    ['a long period run often', { queryFrequency: 'PT5M', queryPeriod: 'P2D' }, 'at least an hour'],
    ['something that is no duration', { suppressionDuration: 'an hour' }, 'suppressionDuration'],
    ['a threshold below zero', { triggerThreshold: -1 }, 'triggerThreshold'],
    ['a query that cannot be understood', { query: 'NoSuchTable | take 1' }, 'Failed to run the analytics rule query'],
    ['a severity that does not exist', { severity: 'Huge' }, 'severity'],
    ['details from a column that is not there', { customDetails: { Who: 'Whoever' } }, "no column 'Whoever'"],
  ])('refuses %s', async (_what, changes, complaint) => {
    const { status, body } = await send('PUT', 'alertRules/wrong', {
      kind: 'Scheduled',
      properties: { ...properties, ...changes },
    });
    expect(status).toBe(400);
    expect(field(body, 'error', 'message')).toContain(complaint);
  });

  it('write near-real-time rules through preview versions only', async () => {
    const { queryFrequency: _f, queryPeriod: _p, triggerOperator: _o, triggerThreshold: _t, ...rest } = properties;
    const body = { kind: 'NRT', properties: rest };
    expect((await send('PUT', 'alertRules/nrt', body)).status).toBe(400);
    expect((await send('PUT', 'alertRules/nrt', body, 'api-version=2025-07-01-preview')).status).toBe(201);
  });

  it('list templates, and actions that keep their trigger secret', async () => {
    const templates = sentinelAlertRuleTemplateList.parse((await send('GET', 'alertRuleTemplates')).body).value;
    expect(new Set(templates.map(({ kind }) => kind))).toEqual(
      new Set(['Scheduled', 'NRT', 'Fusion', 'MicrosoftSecurityIncidentCreation']),
    );
    await send('PUT', 'alertRules/acting', { kind: 'Scheduled', properties });
    const made = await send('PUT', 'alertRules/acting/actions/one', {
      properties: { logicAppResourceId: '/subscriptions/x/y', triggerUri: 'https://contoso.com/secret' },
    });
    expect(made.status).toBe(201);
    expect(sentinelAlertRuleAction.parse(made.body).properties.workflowId).toHaveLength(32);
    expect(JSON.stringify((await send('GET', 'alertRules/acting/actions')).body)).not.toContain('secret');
  });
});

describe('automation rules', () => {
  const rule = {
    displayName: 'Tag the low ones',
    order: 7,
    triggeringLogic: {
      isEnabled: true,
      triggersOn: 'Incidents',
      triggersWhen: 'Created',
      conditions: [
        {
          conditionType: 'Property',
          conditionProperties: { propertyName: 'IncidentSeverity', operator: 'Equals', propertyValues: ['Low'] },
        },
      ],
    },
    actions: [
      { order: 1, actionType: 'ModifyProperties', actionConfiguration: { labels: [{ labelName: 'Low and slow' }] } },
    ],
  };

  it('are listed, made, guarded and removed', async () => {
    const { value } = sentinelAutomationRuleList.parse((await send('GET', 'automationRules')).body);
    expect(value.map(({ properties }) => properties.displayName)).toContain(
      'Auto-Respond to Account Compromise Incidents',
    );
    const made = await send('PUT', 'automationRules/low', { properties: rule });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { etag } = sentinelAutomationRule.parse(made.body);
    expect((await send('PUT', 'automationRules/low', { etag, properties: rule })).status).toBe(200);
    expect((await send('PUT', 'automationRules/low', { etag, properties: rule })).status).toBe(409);
    expect((await send('DELETE', 'automationRules/low')).status).toBe(200);
    expect((await send('DELETE', 'automationRules/low')).status).toBe(204);
  });

  it.each([
    ['an order beyond the last', { order: 1001 }],
    ['no action', { actions: [] }],
    [
      'a playbook nobody has',
      { actions: [{ order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId: '/nowhere' } }] },
    ],
  ])('refuse %s', async (_what, changes) => {
    expect((await send('PUT', 'automationRules/wrong', { properties: { ...rule, ...changes } })).status).toBe(400);
  });
});
