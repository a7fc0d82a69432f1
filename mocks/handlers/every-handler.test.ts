/**
 * Every handler of the tenant is asked here, and its reply is read by the schema that describes it, with nothing in it
 * that the schema doesn't know. A handler without a request here fails the last test.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { endpointHuntingReply } from '@/lib/wire/defender-endpoint/hunting';
import {
  endpointIndicator,
  endpointIndicatorImportReply,
  endpointIndicatorList,
} from '@/lib/wire/defender-endpoint/indicator';
import { endpointInvestigation, endpointInvestigationList } from '@/lib/wire/defender-endpoint/investigation';
import { endpointLiveResponseLink } from '@/lib/wire/defender-endpoint/live-response';
import {
  endpointAlertList,
  endpointMachine,
  endpointMachineList,
  endpointUserList,
} from '@/lib/wire/defender-endpoint/machine';
import {
  endpointMachineAction,
  endpointMachineActionList,
  endpointPackageUri,
} from '@/lib/wire/defender-endpoint/machine-action';
import {
  endpointDomainStatistics,
  endpointFile,
  endpointFileStatistics,
  endpointIpStatistics,
} from '@/lib/wire/defender-endpoint/observable';
import {
  deviceAuthorization,
  entraInstance,
  openIdConfiguration,
  signingKeys,
  userInfo,
} from '@/lib/wire/entra/discovery';
import { entraToken } from '@/lib/wire/entra/token';
import { graphBatchReply } from '@/lib/wire/graph-batch/batch';
import { graphGroup, graphGroupList, graphGroupMemberList } from '@/lib/wire/graph-directory/group';
import { graphNamedLocation, graphNamedLocationList } from '@/lib/wire/graph-directory/named-location';
import { graphOrganizationList } from '@/lib/wire/graph-directory/organization';
import { graphRiskyUser, graphRiskyUserHistory, graphRiskyUserList } from '@/lib/wire/graph-directory/risky-user';
import { graphRevokeSignInSessionsReply, graphUser, graphUserList } from '@/lib/wire/graph-directory/user';
import { graphAlert, graphAlertList } from '@/lib/wire/graph-security/alert';
import { graphAnalyzedEmail, graphAnalyzedEmailList } from '@/lib/wire/graph-security/analyzed-email';
import { graphCommentList } from '@/lib/wire/graph-security/comment';
import {
  copilotEvaluation,
  copilotEvaluationList,
  copilotPrompt,
  copilotPromptList,
  copilotSession,
  copilotSessionList,
  copilotWorkspaceList,
} from '@/lib/wire/graph-security/copilot';
import { graphDetectionRule, graphDetectionRuleList } from '@/lib/wire/graph-security/detection-rule';
import { huntingResults } from '@/lib/wire/graph-security/hunting';
import { huntingSchema, huntingSchemaTables } from '@/lib/wire/graph-security/hunting-schema';
import {
  graphIdentityAccounts,
  graphIdentityAccountsList,
  graphInvokeActionResult,
} from '@/lib/wire/graph-security/identity-account';
import { graphIncident, graphIncidentList } from '@/lib/wire/graph-security/incident';
import { graphMergeResponse } from '@/lib/wire/graph-security/regroup';
import { logsMetadata } from '@/lib/wire/log-analytics/metadata';
import { logsQueryReply } from '@/lib/wire/log-analytics/query';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { field, list, queryUrl } from '@/mocks/testing/ask';
import { type Asker, askerOf } from '@/mocks/testing/every-reply';
import { authorizeParameters, signInAs } from '@/mocks/testing/sign-in';
import { smallTenant } from '@/mocks/testing/small-tenant';

// The product forgives what it doesn't know; here nothing is forgiven.
vi.setConfig({ testTimeout: 120_000 });

vi.mock('@/lib/wire/open-object', () => ({ openObject: (shape: z.ZodRawShape) => z.strictObject(shape) }));

let tenant: Tenant;
let ask: Asker;
beforeAll(async () => {
  tenant = await smallTenant({ incidents: 20, rows: 2000, quotas: false });
  ask = askerOf(tenant);
  // Whoever asks first has the logs made; that takes a busy machine its time.
  await ask('POST', queryUrl, logsQueryReply, { query: 'SigninLogs | count' });
}, 180_000);
afterAll(() => tenant.close());

const minuteMs = 60_000;

describe('Defender for Endpoint', () => {
  const api = 'api.security.microsoft.com/api';
  const comment = { Comment: 'as a test' };

  it('machines and what is ordered on them', async () => {
    await ask('GET', `${api}/machines`, endpointMachineList);
    const { device } =
      tenant.store.endpoint.machines.all().find((one) => one.online && one.device.osPlatform.startsWith('Windows11')) ??
      expect.unreachable();
    const machine = `${api}/machines/${device.deviceId}`;
    await ask('GET', machine, endpointMachine);
    await ask('GET', `${machine}/logonusers`, endpointUserList);
    await ask('GET', `${machine}/alerts`, endpointAlertList);
    await ask('POST', `${machine}/tags`, endpointMachine, { Value: 'test', Action: 'Add' });
    const order = (path: string, body: object) => ask('POST', `${machine}/${path}`, endpointMachineAction, body);
    await order('isolate', { ...comment, IsolationType: 'Full' });
    const scan = await order('runAntiVirusScan', { ...comment, ScanType: 'Quick' });
    const collected = await order('collectInvestigationPackage', comment);
    await order('restrictCodeExecution', comment);
    await order('StopAndQuarantineFile', { ...comment, Sha1: 'a'.repeat(40) });
    const commands = [{ type: 'RunScript', params: [{ key: 'ScriptName', value: 'triage.ps1' }] }];
    const live = await order('runLiveResponse', { ...comment, Commands: commands });
    const started = await ask('POST', `${machine}/startInvestigation`, endpointInvestigation, comment);
    await ask('GET', `${api}/investigations`, endpointInvestigationList);
    await ask('GET', `${api}/investigations/${String(field(started, 'id'))}`, endpointInvestigation);
    const action = (of: unknown) => `${api}/machineactions/${String(field(of, 'id'))}`;
    await ask('POST', `${action(scan)}/cancel`, endpointMachineAction, comment);
    await tenant.clock.advance(15 * minuteMs);
    await ask('GET', `${api}/machineactions`, endpointMachineActionList);
    await ask('GET', action(scan), endpointMachineAction);
    await ask('GET', `${action(collected)}/getPackageUri`, endpointPackageUri);
    const link = `${action(live)}/GetLiveResponseResultDownloadLink(index=0)`;
    await ask('GET', link, endpointLiveResponseLink);
    await order('unisolate', comment);
    await order('unrestrictCodeExecution', comment);
  });

  it('files, addresses, domains, indicators and hunting', async () => {
    const row = await ask('POST', `${api}/advancedqueries/run`, endpointHuntingReply, {
      Query: "DeviceNetworkEvents | where RemoteUrl has '.' and RemoteUrl !has '/' | project RemoteUrl | take 1",
    });
    await ask('GET', `${api}/files/${binaries.powershell.sha1}`, endpointFile);
    await ask('GET', `${api}/files/${binaries.powershell.sha1}/stats`, endpointFileStatistics);
    await ask('GET', `${api}/ips/198.51.100.10/stats`, endpointIpStatistics);
    const domain = String(field(row, 'Results', 0, 'RemoteUrl'));
    await ask('GET', `${api}/domains/${domain}/stats`, endpointDomainStatistics);
    await ask('POST', `${api}/advancedhunting/run`, endpointHuntingReply, { Query: 'DeviceInfo | take 1' });
    const indicator = (indicatorValue: string) => ({
      indicatorValue,
      indicatorType: 'IpAddress',
      action: 'Block',
      title: 'Test',
      description: 'Test',
    });
    const made = await ask('POST', `${api}/indicators`, endpointIndicator, indicator('203.0.113.9'));
    const sent = { Indicators: [indicator('203.0.113.10')] };
    const imported = await ask('POST', `${api}/indicators/import`, endpointIndicatorImportReply, sent);
    await ask('GET', `${api}/indicators`, endpointIndicatorList);
    await ask('DELETE', `${api}/indicators/${String(field(made, 'id'))}`, 'empty');
    const ids = { IndicatorIds: [String(field(list(imported, 'value')[0], 'id'))] };
    await ask('POST', `${api}/indicators/BatchDelete`, 'empty', ids);
  });
});

describe('Log Analytics', () => {
  it('queries and metadata', async () => {
    const workspace = `api.loganalytics.azure.com/v1/workspaces/${tenantFacts.workspaceId}`;
    await ask('POST', `${workspace}/query`, logsQueryReply, { query: 'SigninLogs | take 3' });
    await ask('GET', `${workspace}/query?query=${encodeURIComponent('print x = 1')}`, logsQueryReply);
    await ask('GET', `${workspace}/metadata`, logsMetadata);
    await ask('POST', `${workspace}/metadata`, logsMetadata);
  });
});

describe('Graph', () => {
  const v1 = 'graph.microsoft.com/v1.0';
  const beta = 'graph.microsoft.com/beta';
  const security = `${v1}/security`;
  const first = (json: unknown) => String(field(list(json, 'value')[0], 'id'));

  it('incidents, alerts, comments, merging and moving', async () => {
    const incidents = await ask('GET', `${security}/incidents?$expand=alerts`, graphIncidentList);
    const [one, other, third] = list(incidents, 'value').map((incident) => String(field(incident, 'id')));
    await ask('GET', `${security}/incidents/${one}?$expand=alerts`, graphIncident);
    await ask('GET', `${security}/incidents/12345/alerts`, graphAlertList);
    await ask('PATCH', `${security}/incidents/${one}`, graphIncident, { customTags: ['test'] });
    const alerts = await ask('GET', `${security}/alerts_v2?$top=50`, graphAlertList);
    const alert = `${security}/alerts_v2/${first(alerts)}`;
    await ask('GET', alert, graphAlert);
    await ask('PATCH', alert, graphAlert, { status: 'inProgress' });
    const comment = { '@odata.type': 'microsoft.graph.security.alertComment', comment: 'as a test' };
    await ask('POST', `${alert}/comments`, graphCommentList, comment);
    await ask('POST', `${security}/incidents/${one}/comments`, graphCommentList, comment);
    const merge = { incidentIds: [other, third], incidentComment: 'the same' };
    await ask('POST', `${security}/incidents/mergeIncidents`, graphMergeResponse, merge);
    await ask('POST', `${security}/alerts_v2/moveAlerts`, graphMergeResponse, { alertIds: [first(alerts)] });
    const requests = [{ id: '1', method: 'GET', url: '/security/incidents?$top=1' }];
    await ask('POST', `${v1}/$batch`, graphBatchReply, { requests });
  });

  it('hunting, its schema, and custom detections', async () => {
    await ask('POST', `${security}/runHuntingQuery`, huntingResults, { Query: 'DeviceInfo | take 2' });
    await ask('GET', `${beta}/security/getHuntingSchema()`, huntingSchema);
    await ask('GET', `${beta}/security/getHuntingSchemaTables()`, huntingSchemaTables);
    const rules = `${beta}/security/rules/detectionRules`;
    await ask('POST', rules, graphDetectionRule, {
      '@odata.type': '#microsoft.graph.security.detectionRule',
      id: 'made',
      displayName: 'Made here',
      status: 'disabled',
      queryCondition: { queryText: 'DeviceProcessEvents | take 1' },
      schedule: { frequency: 'PT1H' },
      detectionAction: {
        alertTemplate: {
          title: 'Made here',
          severity: 'low',
          entityMappings: { hosts: [{ deviceIdColumn: 'DeviceId' }] },
        },
      },
    });
    await ask('GET', rules, graphDetectionRuleList);
    await ask('GET', `${rules}/made`, graphDetectionRule);
    await ask('PATCH', `${rules}/made`, graphDetectionRule, { displayName: 'Changed' });
    await ask('DELETE', `${rules}/made`, 'empty');
  });

  it('the organization, people, their risk and their accounts', async () => {
    await ask('GET', `${v1}/organization`, graphOrganizationList);
    await ask('GET', `${v1}/users?$top=3`, graphUserList);
    const user = `${v1}/users/alex.johnson@contoso.com`;
    const { objectId } = tenant.store.company.person('alex.johnson');
    await ask('GET', user, graphUser);
    await ask('PATCH', user, 'empty', { accountEnabled: true });
    await ask('POST', `${user}/revokeSignInSessions`, graphRevokeSignInSessionsReply);
    const risky = `${v1}/identityProtection/riskyUsers`;
    for (const verdict of ['confirmCompromised', 'confirmSafe', 'dismiss']) {
      await ask('POST', `${risky}/${verdict}`, 'empty', { userIds: [objectId] });
    }
    await ask('GET', risky, graphRiskyUserList);
    await ask('GET', `${risky}/${objectId}`, graphRiskyUser);
    await ask('GET', `${risky}/${objectId}/history`, graphRiskyUserHistory);
    const identities = `${security}/identities/identityAccounts`;
    const filter = "$filter=displayName eq 'Nora Whitfield'";
    const nora = list(await ask('GET', `${identities}?${filter}`, graphIdentityAccountsList), 'value')[0];
    const identity = `${identities}/${String(field(nora, 'id'))}`;
    await ask('GET', identity, graphIdentityAccounts);
    const account = list(nora, 'accounts').find((one) => field(one, 'identityProvider') === 'entraID');
    const accountId = field(account, 'identifier');
    const action = { accountId, action: 'revokeAllSessions', identityProvider: 'entraID' };
    await ask('POST', `${identity}/invokeAction`, graphInvokeActionResult, action);
  });

  it('groups and their members', async () => {
    const groups = await ask('GET', `${v1}/groups?$filter=securityEnabled eq true`, graphGroupList);
    const group = `${v1}/groups/${first(groups)}`;
    await ask('GET', group, graphGroup);
    await ask('GET', `${group}/members?$top=2`, graphGroupMemberList);
  });

  it('named locations and mail', async () => {
    const locations = `${v1}/identity/conditionalAccess/namedLocations`;
    const type = { '@odata.type': '#microsoft.graph.ipNamedLocation' };
    const ipRanges = [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '185.0.0.0/24' }];
    const body = { ...type, displayName: 'Test', isTrusted: false, ipRanges };
    const made = await ask('POST', locations, graphNamedLocation, body);
    const one = `${locations}/${String(field(made, 'id'))}`;
    await ask('GET', locations, graphNamedLocationList);
    await ask('GET', one, graphNamedLocation);
    await ask('PATCH', one, 'empty', { ...type, displayName: 'Changed' });
    await ask('DELETE', one, 'empty');
    const emails = `${security}/collaboration/analyzedEmails`;
    const window = `startTime=2025-01-08T00:00:00Z&endTime=${tenant.clock.iso()}`;
    const mail = list(await ask('GET', `${emails}?${window}`, graphAnalyzedEmailList), 'value')[0];
    await ask('GET', `${emails}/${String(field(mail, 'id'))}`, graphAnalyzedEmail);
    const named = { networkMessageId: field(mail, 'networkMessageId') };
    await ask('POST', `${emails}/remediate`, 'empty', {
      displayName: 'Test',
      severity: 'low',
      action: 'softDelete',
      analyzedEmails: [{ ...named, recipientEmailAddress: field(mail, 'recipientEmailAddress') }],
    });
  });

  it('Security Copilot', async () => {
    const workspaces = `${beta}/security/securityCopilot/workspaces`;
    await ask('GET', workspaces, copilotWorkspaceList);
    const sessions = `${workspaces}/default/sessions`;
    const made = await ask('POST', sessions, copilotSession, { displayName: 'Test' });
    const session = `${sessions}/${String(field(made, 'id'))}`;
    await ask('GET', sessions, copilotSessionList);
    await ask('GET', session, copilotSession);
    await ask('PATCH', session, copilotSession, { displayName: 'Changed' });
    const asked = await ask('POST', `${session}/prompts`, copilotPrompt, { type: 'prompt', content: 'What happened?' });
    const prompt = `${session}/prompts/${String(field(asked, 'id'))}`;
    await ask('GET', `${session}/prompts`, copilotPromptList);
    await ask('GET', prompt, copilotPrompt);
    const evaluated = await ask('POST', `${prompt}/evaluations`, copilotEvaluation, {});
    await ask('GET', `${prompt}/evaluations`, copilotEvaluationList);
    await ask('GET', `${prompt}/evaluations/${String(field(evaluated, 'id'))}`, copilotEvaluation);
  });
});

describe('Entra', () => {
  it('tokens and what a client must know before it asks for one', async () => {
    const host = 'login.microsoftonline.com';
    const root = `${host}/${tenantFacts.tenantId}`;
    const { clientId, clientSecret } = tenantFacts;
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    };
    await ask('POST', `${root}/oauth2/v2.0/token`, entraToken, new URLSearchParams(form));
    await ask('GET', `${root}/v2.0/.well-known/openid-configuration`, openIdConfiguration);
    await ask('GET', `${root}/discovery/v2.0/keys`, signingKeys);
    const authority = encodeURIComponent(`https://${root}/oauth2/v2.0/authorize`);
    await ask('GET', `${host}/common/discovery/instance?authorization_endpoint=${authority}`, entraInstance);
    const device = new URLSearchParams({ client_id: clientId, scope: 'User.Read' });
    await ask('POST', `${root}/oauth2/v2.0/devicecode`, deviceAuthorization, device);
    const page = authorizeParameters().toString();
    await ask('GET', `${root}/oauth2/v2.0/authorize?${page}`, 'page');
    const chosen = authorizeParameters({ username: 'maya.chen@contoso.com' });
    await ask('POST', `${root}/login`, 'text', chosen);
    await ask('GET', `${root}/oauth2/v2.0/logout`, 'text');
    await ask('GET', `${host}/common/oauth2/deviceauth`, 'page');
  });

  it('who somebody is', async () => {
    const { access_token: token } = await signInAs(tenant, 'maya.chen@contoso.com');
    await ask('GET', 'graph.microsoft.com/v1.0/me', graphUser, undefined, token);
    await ask('GET', 'graph.microsoft.com/oidc/userinfo', userInfo, undefined, token);
  });
});

it('no handler was left out, but for those at Azure Resource Manager, which every-arm-handler.test.ts asks', () => {
  // These have no reply to read: one always refuses, the other takes a form and shows a page.
  const proven = [/offboard$/, /^post .*deviceauth$/];
  const left = ask.unasked().filter((route) => !route.includes('management.azure.com'));
  expect(left.filter((route) => !proven.some((pattern) => pattern.test(route)))).toEqual([]);
});
