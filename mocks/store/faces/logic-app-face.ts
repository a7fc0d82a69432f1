/** Logic Apps as Azure Resource Manager shows them: workflows, their trigger, their runs and what each action did. */
import { guidOf, hexOf } from '@/lib/base/random';
import type { LogicAppsCallbackUrl, LogicAppsTrigger, LogicAppsWorkflow } from '@/lib/wire/logic-apps/workflow';
import type { LogicAppsRun, LogicAppsRunAction } from '@/lib/wire/logic-apps/workflow-run';
import { workspace } from '@/mocks/company/tenant-ids';
import { stepNames, triggerNames } from '@/mocks/store/playbook-steps';
import { playbookId } from '@/mocks/store/playbooks';
import type {
  LogicAppRun,
  LogicAppStepRun,
  PlaybookRecord,
  PlaybookStep,
  PlaybookTrigger,
} from '@/mocks/store/records/playbook-record';

type Definition = NonNullable<LogicAppsWorkflow['properties']['definition']>;

/** How Sentinel's connector tells its triggers apart. */
const triggerPaths: Record<PlaybookTrigger, string> = {
  incident: '/incident-creation',
  alert: '/subscribe',
  entity: "/entity/@{encodeURIComponent('Host')}",
};

const connection = (name: string): Record<string, unknown> => ({
  host: { connection: { name: `@parameters('$connections')['${name}']['connectionId']` } },
});

const incidentId = "@triggerBody()?['object']?['id']";

function inputsOf(step: PlaybookStep): Record<string, unknown> {
  const sentinel = connection('azuresentinel');
  switch (step.does) {
    case 'comment':
      return {
        ...sentinel,
        method: 'post',
        path: '/Incidents/Comment',
        body: { incidentArmId: incidentId, message: step.text },
      };
    case 'tag':
      return {
        ...sentinel,
        method: 'put',
        path: '/Incidents',
        body: { incidentArmId: incidentId, tagsToAdd: { TagsToAdd: [{ Tag: step.tag }] } },
      };
    case 'task':
      return {
        ...sentinel,
        method: 'post',
        path: '/Incidents/CreateTask',
        body: { incidentArmId: incidentId, taskTitle: step.title, taskDescription: step.description },
      };
    case 'isolate':
      return {
        ...connection('wdatp'),
        method: 'post',
        path: "/api/machines/@{encodeURIComponent(items('For_each')?['additionalData']?['MdatpDeviceId'])}/isolate",
        body: { Comment: 'Isolated by a playbook', IsolationType: 'Full' },
      };
  }
}

function definitionOf(playbook: PlaybookRecord): Definition {
  const names = stepNames(playbook);
  const actions = playbook.steps.map((step, index) => {
    const before = names[index - 1];
    const runAfter: Record<string, string[]> = before === undefined ? {} : { [before]: ['Succeeded'] };
    return [names[index] ?? '', { type: 'ApiConnection', inputs: inputsOf(step), runAfter }];
  });
  return {
    $schema:
      'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
    // A version, which looks like an address.
    contentVersion: [1, 0, 0, 0].join('.'),
    parameters: { $connections: { defaultValue: {}, type: 'Object' } },
    triggers: {
      [triggerNames[playbook.trigger]]: {
        type: 'ApiConnectionWebhook',
        inputs: {
          ...connection('azuresentinel'),
          body: { callback_url: '@{listCallbackUrl()}' },
          path: triggerPaths[playbook.trigger],
        },
      },
    },
    actions: Object.fromEntries(actions),
    outputs: {},
  };
}

const stateOf = ({ enabled }: PlaybookRecord): string => (enabled ? 'Enabled' : 'Disabled');
const workflowOf = ({ name }: PlaybookRecord) => ({ id: playbookId(name), name, type: 'Microsoft.Logic/workflows' });
/** Every change makes another version; how they are numbered is Microsoft's business. */
const versionOf = ({ name, changedAt }: PlaybookRecord): string =>
  `0858${hexOf(`${name}/${changedAt}`, 16).replace(/\D/g, '7')}`;

export const workflowFace = (playbook: PlaybookRecord): LogicAppsWorkflow => ({
  ...workflowOf(playbook),
  location: workspace.location,
  tags: { description: playbook.description, 'hidden-SentinelTemplateName': '' },
  properties: {
    provisioningState: 'Succeeded',
    createdTime: playbook.createdAt,
    changedTime: playbook.changedAt,
    state: stateOf(playbook),
    version: versionOf(playbook),
    accessEndpoint: `https://prod-00.${workspace.location}.logic.azure.com:443/workflows/${hexOf(`workflow/${playbook.name}`, 32)}`,
    definition: definitionOf(playbook),
    parameters: { $connections: { value: { azuresentinel: { connectionName: 'azuresentinel' } } } },
  },
});

export const triggerFace = (playbook: PlaybookRecord): LogicAppsTrigger => {
  const name = triggerNames[playbook.trigger];
  return {
    id: `${playbookId(playbook.name)}/triggers/${name}`,
    name,
    type: 'Microsoft.Logic/workflows/triggers',
    properties: {
      provisioningState: 'Succeeded',
      createdTime: playbook.createdAt,
      changedTime: playbook.changedAt,
      state: stateOf(playbook),
      status: 'Waiting',
      lastExecutionTime: playbook.runs.at(-1)?.startedAt ?? null,
      workflow: { ...workflowOf(playbook), id: `${playbookId(playbook.name)}/versions/${versionOf(playbook)}` },
    },
  };
};

export function callbackUrlFace(playbook: PlaybookRecord): LogicAppsCallbackUrl {
  const name = triggerNames[playbook.trigger];
  const host = `https://prod-00.${workspace.location}.logic.azure.com:443`;
  const basePath = `${host}/workflows/${hexOf(`workflow/${playbook.name}`, 32)}/triggers/${name}/paths/invoke`;
  const queries = {
    'api-version': '2016-10-01',
    sp: `/triggers/${name}/run`,
    sv: '1.0',
    sig: hexOf(`signature/${playbook.name}`, 43),
  };
  return { value: `${basePath}?${new URLSearchParams(queries)}`, method: 'POST', basePath, queries };
}

const errorOf = (problem: string | null) => {
  const [, code = '', message = ''] = /^([^:]+): (.*)$/s.exec(problem ?? '') ?? [];
  return problem === null ? {} : { code, error: { code, message } };
};

export const runFace = (playbook: PlaybookRecord, run: LogicAppRun): LogicAppsRun => ({
  id: `${playbookId(playbook.name)}/runs/${run.id}`,
  name: run.id,
  type: 'Microsoft.Logic/workflows/runs',
  properties: {
    startTime: run.startedAt,
    ...(run.endedAt === null ? {} : { endTime: run.endedAt }),
    status: run.status,
    ...errorOf(run.problem),
    correlation: { clientTrackingId: run.id },
    workflow: {
      id: `${playbookId(playbook.name)}/versions/${versionOf(playbook)}`,
      name: versionOf(playbook),
      type: 'Microsoft.Logic/workflows/versions',
    },
    trigger: {
      name: triggerNames[playbook.trigger],
      startTime: run.startedAt,
      endTime: run.startedAt,
      correlation: { clientTrackingId: run.id },
      status: 'Succeeded',
    },
    outputs: {},
  },
});

export const runActionFace = (
  playbook: PlaybookRecord,
  run: LogicAppRun,
  step: LogicAppStepRun,
): LogicAppsRunAction => ({
  id: `${playbookId(playbook.name)}/runs/${run.id}/actions/${step.name}`,
  name: step.name,
  type: 'Microsoft.Logic/workflows/runs/actions',
  properties: {
    ...(step.startedAt === null ? {} : { startTime: step.startedAt }),
    ...(step.endedAt === null ? {} : { endTime: step.endedAt }),
    status: step.status,
    ...(step.status === 'Succeeded' ? { code: 'OK' } : step.status === 'Skipped' ? { code: 'ActionSkipped' } : {}),
    ...errorOf(step.problem),
    correlation: { actionTrackingId: guidOf(`action/${run.id}/${step.name}`), clientTrackingId: run.id },
    canResubmit: step.status !== 'Running' && step.status !== 'Waiting',
  },
});
