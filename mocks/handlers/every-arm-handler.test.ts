/** Every request to the workspace over Azure Resource Manager, its reply read strictly; see every-handler.test.ts. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  logicAppsCallbackUrl,
  logicAppsTrigger,
  logicAppsTriggerList,
  logicAppsWorkflow,
  logicAppsWorkflowList,
} from '@/lib/wire/logic-apps/workflow';
import { logicAppsRun, logicAppsRunActionList, logicAppsRunList } from '@/lib/wire/logic-apps/workflow-run';
import { sentinelAlertList } from '@/lib/wire/sentinel/alert';
import { sentinelAlertRule, sentinelAlertRuleList } from '@/lib/wire/sentinel/alert-rule';
import { sentinelAlertRuleAction, sentinelAlertRuleActionList } from '@/lib/wire/sentinel/alert-rule-action';
import { sentinelAlertRuleTemplate, sentinelAlertRuleTemplateList } from '@/lib/wire/sentinel/alert-rule-template';
import { sentinelAutomationRule, sentinelAutomationRuleList } from '@/lib/wire/sentinel/automation-rule';
import { sentinelBookmark, sentinelBookmarkList, sentinelHuntingBookmarkList } from '@/lib/wire/sentinel/bookmark';
import { sentinelComment, sentinelCommentList } from '@/lib/wire/sentinel/comment';
import { sentinelContentPackage, sentinelContentPackageList } from '@/lib/wire/sentinel/content-package';
import { sentinelDataConnector, sentinelDataConnectorList } from '@/lib/wire/sentinel/data-connector';
import { sentinelEntity, sentinelEntityList } from '@/lib/wire/sentinel/entity';
import {
  sentinelEntityPage,
  sentinelExpandReply,
  sentinelInsightsReply,
  sentinelTimelineReply,
} from '@/lib/wire/sentinel/entity-page';
import { sentinelIncident, sentinelIncidentList } from '@/lib/wire/sentinel/incident';
import { sentinelOnboardingState, sentinelOnboardingStateList } from '@/lib/wire/sentinel/onboarding-state';
import { sentinelRelation, sentinelRelationList } from '@/lib/wire/sentinel/relation';
import { sentinelRuleRun, sentinelRuleRunList } from '@/lib/wire/sentinel/rule-run';
import { sentinelSavedSearch, sentinelSavedSearchList } from '@/lib/wire/sentinel/saved-search';
import { sentinelSetting, sentinelSettingList } from '@/lib/wire/sentinel/setting';
import { sentinelTask, sentinelTaskList } from '@/lib/wire/sentinel/task';
import {
  sentinelIndicator,
  sentinelIndicatorList,
  sentinelIndicatorMetrics,
} from '@/lib/wire/sentinel/threat-intelligence';
import { sentinelWatchlist, sentinelWatchlistList } from '@/lib/wire/sentinel/watchlist';
import { sentinelWatchlistItem, sentinelWatchlistItemList } from '@/lib/wire/sentinel/watchlist-item';
import { sentinelWorkspace } from '@/lib/wire/sentinel/workspace';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { field, list, sentinelRoot } from '@/mocks/testing/ask';
import { type Asker, askerOf } from '@/mocks/testing/every-reply';
import { scheduledRule } from '@/mocks/testing/scheduled-rule';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

vi.setConfig({ testTimeout: 120_000 });

// The product forgives what it doesn't know; here nothing is forgiven.
vi.mock('@/lib/wire/open-object', () => ({ openObject: (shape: z.ZodRawShape) => z.strictObject(shape) }));

let tenant: Tenant;
let ask: Asker;
beforeAll(async () => {
  tenant = await smallTenant({ incidents: 20, rows: 0, quotas: false });
  ask = askerOf(tenant);
}, 180_000);
afterAll(() => tenant.close());

describe('Sentinel', () => {
  const stable = 'api-version=2025-09-01';
  const preview = 'api-version=2025-07-01-preview';
  const at = (path: string, version = stable) => `${sentinelRoot}/${path}?${version}`;
  const arm = 'management.azure.com';
  const workspace = `${arm}${tenantFacts.workspaceResourceId}`;
  const group = `${arm}/subscriptions/${tenantFacts.subscriptionId}/resourceGroups/${tenantFacts.resourceGroup}`;
  const idBelow = (path: string) => `${sentinelRoot.slice(arm.length)}/${path}`;

  /** Put, read, listed and removed. */
  async function life(
    path: string,
    one: z.ZodType,
    all: z.ZodType,
    properties: object,
    version = stable,
    kind?: string,
  ) {
    await ask('PUT', at(path, version), one, kind ? { kind, properties } : { properties });
    await ask('GET', at(path, version), one);
    await ask('GET', at(path.split('/').slice(0, -1).join('/'), version), all);
  }
  const remove = (path: string, version = stable) => ask('DELETE', at(path, version), 'empty');

  it('incidents and what hangs on them', async () => {
    const { sentinel } = mainIncident(tenant);
    const main = `incidents/${sentinel.name}`;
    await life('incidents/mine', sentinelIncident, sentinelIncidentList, {
      title: 'Mine',
      severity: 'Low',
      status: 'New',
    });
    await ask('POST', at(`${main}/alerts`), sentinelAlertList);
    await ask('POST', at(`${main}/entities`), sentinelEntityList);
    await life(`${main}/comments/c1`, sentinelComment, sentinelCommentList, { message: 'test' });
    await remove(`${main}/comments/c1`);
    await life(`${main}/tasks/t1`, sentinelTask, sentinelTaskList, { title: 'Test', status: 'New' });
    await remove(`${main}/tasks/t1`);
    await life('bookmarks/b1', sentinelBookmark, sentinelBookmarkList, { displayName: 'B', query: 'print 1' });
    await life(`${main}/relations/r1`, sentinelRelation, sentinelRelationList, {
      relatedResourceId: idBelow('bookmarks/b1'),
    });
    await ask('POST', at(`${main}/bookmarks`), sentinelHuntingBookmarkList);
    await remove(`${main}/relations/r1`);
    await remove('bookmarks/b1');
    await remove('incidents/mine');
  });

  it('entities', async () => {
    const known = await ask('GET', at('entities', preview), sentinelEntityPage);
    const entity = `entities/${String(field(list(known, 'value')[0], 'name'))}`;
    await ask('GET', at(entity, preview), sentinelEntity);
    const queries = z.strictObject({ value: z.array(z.looseObject({ name: z.string() })) });
    await ask('GET', at('entityQueries', preview), queries);
    const named = await ask('GET', `${at(`${entity}/queries`, preview)}&kind=Insight`, queries);
    expect(list(named, 'value')).not.toHaveLength(0);
    const span = { startTime: '2025-01-01T00:00:00Z', endTime: '2025-01-16T00:00:00Z' };
    await ask('POST', at(`${entity}/getTimeline`, preview), sentinelTimelineReply, span);
    await ask('POST', at(`${entity}/getInsights`, preview), sentinelInsightsReply, span);
    const expansions = list(await ask('GET', at('entityQueries', preview), queries), 'value');
    const expansion = expansions.find((one) => field(one, 'kind') === 'Expansion');
    const expansionId = field(expansion, 'name');
    await ask('POST', at(`${entity}/expand`, preview), sentinelExpandReply, { expansionId });
  });

  it('rules, their actions, their runs and automation', async () => {
    const { properties: rule } = scheduledRule({ displayName: 'Test', query: 'print 1' });
    await life('alertRules/a1', sentinelAlertRule, sentinelAlertRuleList, rule, stable, 'Scheduled');
    const logicAppResourceId = `${group.slice(arm.length)}/providers/Microsoft.Logic/workflows/playbook-isolate-device`;
    await life('alertRules/a1/actions/x', sentinelAlertRuleAction, sentinelAlertRuleActionList, {
      logicAppResourceId,
      triggerUri: 'https://prod-00.eastus.logic.azure.com/x',
    });
    const executionTimeUtc = '2025-01-15T08:00:00Z';
    await ask('POST', at('alertRules/a1/triggerRuleRun', preview), 'empty', { properties: { executionTimeUtc } });
    await ask('GET', `${arm}${ask.location()}`, sentinelRuleRun);
    await ask('GET', at('triggeredAnalyticsRuleRuns', preview), sentinelRuleRunList);
    await remove('alertRules/a1/actions/x');
    await remove('alertRules/a1');
    const templates = await ask('GET', at('alertRuleTemplates'), sentinelAlertRuleTemplateList);
    const template = String(field(list(templates, 'value')[0], 'name'));
    await ask('GET', at(`alertRuleTemplates/${template}`), sentinelAlertRuleTemplate);
    await life('automationRules/m1', sentinelAutomationRule, sentinelAutomationRuleList, {
      displayName: 'Test',
      order: 900,
      triggeringLogic: { isEnabled: false, triggersOn: 'Incidents', triggersWhen: 'Created', conditions: [] },
      actions: [{ order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId } }],
    });
    await remove('automationRules/m1');
  });

  it('watchlists, threat intelligence, saved searches and the workspace', async () => {
    await life('watchlists/every', sentinelWatchlist, sentinelWatchlistList, {
      displayName: 'W',
      provider: 'Contoso',
      itemsSearchKey: 'Name',
      rawContent: 'Name\nalex',
      contentType: 'text/csv',
    });
    const item = { itemsKeyValue: { Name: 'nora' } };
    await life('watchlists/every/watchlistItems/i1', sentinelWatchlistItem, sentinelWatchlistItemList, item);
    await remove('watchlists/every/watchlistItems/i1');
    await remove('watchlists/every');
    const operation = z.strictObject({ name: z.string(), status: z.string() });
    await ask('GET', at('watchlists/every/operationResults/o1'), operation);
    const indicators = 'threatIntelligence/main';
    const indicator = {
      kind: 'indicator',
      properties: {
        displayName: 'I',
        pattern: "[ipv4-addr:value = '203.0.113.1']",
        patternType: 'ipv4-addr',
        source: 'T',
      },
    };
    const made = await ask('POST', at(`${indicators}/createIndicator`), sentinelIndicator, indicator);
    const one = `${indicators}/indicators/${String(field(made, 'name'))}`;
    await ask('PUT', at(one), sentinelIndicator, indicator);
    await ask('GET', at(one), sentinelIndicator);
    await ask('GET', at(`${indicators}/indicators`), sentinelIndicatorList);
    await ask('POST', at(`${one}/appendTags`), 'empty', { threatIntelligenceTags: ['t'] });
    await ask('POST', at(`${one}/replaceTags`), sentinelIndicator, indicator);
    await ask('POST', at(`${indicators}/queryIndicators`), sentinelIndicatorList, { pageSize: 5 });
    await ask('GET', at(`${indicators}/metrics`), sentinelIndicatorMetrics);
    await remove(one);
    const searches = `${workspace}/savedSearches`;
    const version = 'api-version=2025-02-01';
    const search = { properties: { category: 'Test', displayName: 'S', query: 'print 1' } };
    await ask('PUT', `${searches}/s1?${version}`, sentinelSavedSearch, search);
    await ask('GET', `${searches}/s1?${version}`, sentinelSavedSearch);
    await ask('GET', `${searches}?${version}`, sentinelSavedSearchList);
    await ask('DELETE', `${searches}/s1?${version}`, 'empty');
    await ask('GET', `${workspace}?${version}`, sentinelWorkspace);
    const packages = await ask('GET', at('contentPackages'), sentinelContentPackageList);
    await ask(
      'GET',
      at(`contentPackages/${String(field(list(packages, 'value')[0], 'name'))}`),
      sentinelContentPackage,
    );
  });

  it('playbooks and their runs', async () => {
    const version = 'api-version=2019-05-01';
    const workflows = `${group}/providers/Microsoft.Logic/workflows`;
    const playbook = `${workflows}/playbook-compromise-response`;
    const run = { logicAppsResourceId: playbook.slice(arm.length) };
    const { sentinel } = mainIncident(tenant);
    await ask('POST', at(`incidents/${sentinel.name}/runPlaybook`), 'empty', run);
    const alert = tenant.store.alerts.pick(sentinel.alertIds)[0]?.systemAlertId;
    const onAlert = { logicAppsResourceId: `${workflows}/playbook-isolate-device-alert`.slice(arm.length) };
    await ask('POST', at(`entities/${alert}/runPlaybook`), 'empty', onAlert);
    const all = `${arm}/subscriptions/${tenantFacts.subscriptionId}/providers/Microsoft.Logic/workflows`;
    await ask('GET', `${all}?${version}`, logicAppsWorkflowList);
    await ask('GET', `${workflows}?${version}`, logicAppsWorkflowList);
    await ask('GET', `${playbook}?${version}`, logicAppsWorkflow);
    await ask('POST', `${playbook}/disable?${version}`, 'empty');
    await ask('POST', `${playbook}/enable?${version}`, 'empty');
    await ask('GET', `${playbook}/triggers?${version}`, logicAppsTriggerList);
    const trigger = `${playbook}/triggers/Microsoft_Sentinel_incident`;
    await ask('GET', `${trigger}?${version}`, logicAppsTrigger);
    await ask('POST', `${trigger}/listCallbackUrl?${version}`, logicAppsCallbackUrl);
    await ask('POST', `${trigger}/run?${version}`, 'empty');
    const runs = await ask('GET', `${playbook}/runs?${version}`, logicAppsRunList);
    const one = `${playbook}/runs/${String(field(list(runs, 'value')[0], 'name'))}`;
    await ask('GET', `${one}?${version}`, logicAppsRun);
    await ask('GET', `${one}/actions?${version}`, logicAppsRunActionList);
    await ask('POST', `${one}/cancel?${version}`, 'empty');
  });

  it('connectors, settings and onboarding', async () => {
    const connectors = await ask('GET', at('dataConnectors', preview), sentinelDataConnectorList);
    const connector = list(connectors, 'value')[0];
    const { kind, properties, name } = Object(connector);
    await ask('GET', at(`dataConnectors/${name}`, preview), sentinelDataConnector);
    await ask('PUT', at(`dataConnectors/${name}`, preview), sentinelDataConnector, { kind, properties });
    await ask('GET', at('settings', preview), sentinelSettingList);
    await ask('GET', at('settings/Ueba', preview), sentinelSetting);
    const ueba = { kind: 'Ueba', properties: { dataSources: ['SigninLogs'] } };
    await ask('PUT', at('settings/Ueba', preview), sentinelSetting, ueba);
    await remove('settings/Ueba', preview);
    await ask('GET', at('onboardingStates'), sentinelOnboardingStateList);
    await ask('GET', at('onboardingStates/default'), sentinelOnboardingState);
  });
});

it('no handler at Azure Resource Manager was left out', () => {
  const proven = [
    /dataconnectorscheckrequirements$/,
    /diagnosticsettings/,
    /^(put|delete) .*onboardingstates/,
    /^delete .*dataconnectors/,
  ];
  const left = ask.unasked().filter((route) => route.includes('management.azure.com'));
  expect(left.filter((route) => !proven.some((pattern) => pattern.test(route)))).toEqual([]);
});
