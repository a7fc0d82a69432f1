/** Playbooks through the door: how they look, what a run leaves behind, and what starts them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logicAppsCallbackUrl, logicAppsTriggerList, logicAppsWorkflowList } from '@/lib/wire/logic-apps/workflow';
import { logicAppsRunActionList, logicAppsRunList } from '@/lib/wire/logic-apps/workflow-run';
import { sentinelEntityPage } from '@/lib/wire/sentinel/entity-page';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, logRows, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const version = 'api-version=2019-05-01';
const group = `management.azure.com/subscriptions/${tenantFacts.subscriptionId}/resourceGroups/${tenantFacts.resourceGroup}`;
const workflows = `${group}/providers/Microsoft.Logic/workflows`;
const idOf = (name: string) => `${workflows.replace('management.azure.com', '')}/${name}`;
const post = (url: string, body?: unknown) => ask(url, { method: 'POST', ...(body === undefined ? {} : { body }) });
const run = (path: string, playbook: string, more: object = {}) =>
  post(`${sentinelRoot}/${path}/runPlaybook?${apiVersion}`, { logicAppsResourceId: idOf(playbook), ...more });
const runsOf = async (playbook: string) =>
  logicAppsRunList.parse((await ask(`${workflows}/${playbook}/runs?${version}`)).body).value;
const actionsOf = async (playbook: string, name: string) =>
  logicAppsRunActionList.parse((await ask(`${workflows}/${playbook}/runs/${name}/actions?${version}`)).body).value;
const rows = (query: string) => logRows(ask, query);

describe('a workflow', () => {
  it('says by its trigger what it can be run on, and in its definition what it will do', async () => {
    const { value } = logicAppsWorkflowList.parse((await ask(`${workflows}?${version}`)).body);
    const triggers = Object.fromEntries(
      value.map(({ name, properties }) => [name, Object.keys(properties.definition?.triggers ?? {})]),
    );
    expect(triggers).toMatchObject({
      'playbook-compromise-response': ['Microsoft_Sentinel_incident'],
      'playbook-isolate-device-alert': ['Microsoft_Sentinel_alert'],
      'playbook-isolate-device-entity': ['Microsoft_Sentinel_entity'],
    });
    const isolate = value.find(({ name }) => name === 'playbook-isolate-device');
    const actions = isolate?.properties.definition?.actions ?? {};
    expect(Object.keys(actions)).toEqual(['Actions_-_Isolate_machine', 'Add_comment_to_incident_(V3)']);
    expect(actions['Add_comment_to_incident_(V3)']?.runAfter).toEqual({ 'Actions_-_Isolate_machine': ['Succeeded'] });
  });

  it('wants a version, and is found in any case', async () => {
    expect(field((await ask(workflows)).body, 'error', 'code')).toBe('MissingApiVersionParameter');
    const one = await ask(`${workflows}/PLAYBOOK-Compromise-Response?${version}`);
    expect(field(one.body, 'name')).toBe('playbook-compromise-response');
    expect((await ask(`${workflows}/none?${version}`)).status).toBe(404);
  });

  it('gives the address of its trigger only to those who may start it', async () => {
    const triggers = logicAppsTriggerList.parse(
      (await ask(`${workflows}/playbook-isolate-device/triggers?${version}`)).body,
    );
    expect(triggers.value.map(({ name }) => name)).toEqual(['Microsoft_Sentinel_incident']);
    const url = `${workflows}/playbook-isolate-device/triggers/Microsoft_Sentinel_incident/listCallbackUrl?${version}`;
    expect(logicAppsCallbackUrl.parse((await post(url)).body).value).toContain('sig=');
    expect((await ask(url, { method: 'POST', as: 'reader' })).status).toBe(403);
  });

  it('is switched off and on, and cannot be started meanwhile', async () => {
    const path = `${workflows}/playbook-compromise-response`;
    expect((await post(`${path}/disable?${version}`)).status).toBe(200);
    expect(field((await ask(`${path}?${version}`)).body, 'properties', 'state')).toBe('Disabled');
    const incident = `incidents/${mainIncident(tenant).sentinel.name}`;
    expect((await run(incident, 'playbook-compromise-response')).status).toBe(400);
    expect((await post(`${path}/enable?${version}`)).status).toBe(200);
    expect(await runsOf('playbook-compromise-response')).toEqual([]);
  });
});

describe('a run', () => {
  it('on an incident does its steps one after the other; SentinelHealth and AzureDiagnostics say so', async () => {
    const { sentinel } = mainIncident(tenant);
    const playbook = 'playbook-compromise-response';
    expect((await run(`incidents/${sentinel.name}`, playbook)).status).toBe(204);
    const [begun] = await runsOf(playbook);
    expect(begun?.properties).toMatchObject({ status: 'Running', trigger: { status: 'Succeeded' } });
    await tenant.clock.advance(8_000);
    expect((await actionsOf(playbook, begun?.name ?? '')).map(({ properties }) => properties.status)).toEqual([
      'Succeeded',
      'Running',
      'Waiting',
    ]);
    await tenant.clock.advance(20_000);
    const [ended] = await runsOf(playbook);
    expect(ended?.properties.status).toBe('Succeeded');
    expect(sentinel.fields.labels.map(({ labelName }) => labelName)).toContain('Compromise response');
    const runtime = `AzureDiagnostics | where Category == 'WorkflowRuntime' and resource_runId_s == '${ended?.name}' | sort by TimeGenerated asc, OperationName desc`;
    expect(await rows(`${runtime} | project OperationName, resource_actionName_s, status_s`)).toEqual([
      ['Microsoft.Logic/workflows/workflowRunStarted', '', 'Running'],
      ['Microsoft.Logic/workflows/workflowActionCompleted', 'Update_incident', 'Succeeded'],
      ['Microsoft.Logic/workflows/workflowActionCompleted', 'Add_task_to_incident', 'Succeeded'],
      ['Microsoft.Logic/workflows/workflowRunCompleted', '', 'Succeeded'],
      ['Microsoft.Logic/workflows/workflowActionCompleted', 'Add_comment_to_incident_(V3)', 'Succeeded'],
    ]);
    const health = `SentinelHealth | where OperationName == 'Playbook was triggered' and SentinelResourceName == '${playbook}'`;
    const about = 'tostring(ExtendedProperties.IncidentName), tostring(ExtendedProperties.RunId)';
    expect(await rows(`${health} | project Status, ${about}`)).toEqual([['Success', sentinel.name, ended?.name]]);
  });

  it('isolates the device of an alert, and of an entity; the action log names the playbook', async () => {
    const { sentinel } = mainIncident(tenant);
    const { endpoint } = tenant.store;
    const alert = tenant.store.alerts
      .pick(sentinel.alertIds)
      .find(({ graph }) =>
        graph.evidence?.some((one) => one['@odata.type'] === '#microsoft.graph.security.deviceEvidence'),
      );
    expect((await run(`entities/${alert?.systemAlertId}`, 'playbook-isolate-device')).status).toBe(400);
    expect((await run(`entities/${alert?.systemAlertId}`, 'playbook-isolate-device-alert')).status).toBe(204);
    await tenant.clock.advance(60_000);
    const [first] = endpoint.actions.all();
    expect(first).toMatchObject({ type: 'Isolate', requestor: 'playbook-isolate-device-alert' });

    const preview = 'api-version=2025-07-01-preview';
    const known = sentinelEntityPage.parse((await ask(`${sentinelRoot}/entities?${preview}&$top=1000`)).body).value;
    const busy = first?.machine.device.hostName.toLowerCase();
    const other = known.find(
      (one) =>
        one.kind === 'Host' &&
        endpoint.machines
          .all()
          .some(
            ({ device }) =>
              device.hostName.toLowerCase() === String(field(one.properties, 'hostName')).toLowerCase() &&
              device.hostName.toLowerCase() !== busy &&
              device.osPlatform.startsWith('Windows'),
          ),
    );
    const about = { incidentArmId: `${sentinelRoot.replace('management.azure.com', '')}/Incidents/${sentinel.name}` };
    expect((await run(`entities/${other?.name}`, 'playbook-isolate-device-entity', about)).status).toBe(204);
    await tenant.clock.advance(20_000);
    expect(endpoint.actions.all()[0]).toMatchObject({ requestor: 'playbook-isolate-device-entity', type: 'Isolate' });
    const [done] = await runsOf('playbook-isolate-device-entity');
    expect(done?.properties.status).toBe('Succeeded');
    // The same again: Defender refuses the second isolation, and the run says what Defender said.
    expect((await run(`entities/${other?.name}`, 'playbook-isolate-device-entity', about)).status).toBe(204);
    await tenant.clock.advance(20_000);
    const [failed] = await runsOf('playbook-isolate-device-entity');
    expect(failed?.properties).toMatchObject({ status: 'Failed', code: 'ActionFailed' });
    const [action] = await actionsOf('playbook-isolate-device-entity', failed?.name ?? '');
    expect(action?.properties.error?.code).toMatch(/ActiveRequestAlreadyExists|BadRequest/);
  });

  it('of the bare trigger fails where it needs an incident; what comes after is skipped', async () => {
    const playbook = 'playbook-compromise-response';
    const url = `${workflows}/${playbook}/triggers/Microsoft_Sentinel_incident/run?${version}`;
    expect((await post(url)).status).toBe(202);
    await tenant.clock.advance(30_000);
    const { body } = await ask(`${workflows}/${playbook}/runs?${version}&$filter=status eq 'Failed'`);
    const [failed] = logicAppsRunList.parse(body).value;
    expect((await actionsOf(playbook, failed?.name ?? '')).map(({ properties }) => properties.status)).toEqual([
      'Failed',
      'Skipped',
      'Skipped',
    ]);
  });

  it('is cancelled while it goes on, and not afterwards', async () => {
    const { sentinel } = mainIncident(tenant);
    const playbook = 'playbook-compromise-response';
    const before = sentinel.comments.length;
    await run(`incidents/${sentinel.name}`, playbook);
    const [going] = await runsOf(playbook);
    const cancel = `${workflows}/${playbook}/runs/${going?.name}/cancel?${version}`;
    expect((await post(cancel)).status).toBe(200);
    expect((await post(cancel)).status).toBe(409);
    await tenant.clock.advance(60_000);
    expect((await runsOf(playbook))[0]?.properties.status).toBe('Cancelled');
    expect(sentinel.comments).toHaveLength(before);
  });
});
