/**
 * Logic Apps over Azure Resource Manager, as far as playbooks need them: read, switched on and off, started by their
 * trigger. https://learn.microsoft.com/rest/api/logic/workflows
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import {
  logicAppsRequest,
  subscriptionWorkflowsPath,
  workflowOr404,
  workflowsPath,
} from '@/mocks/handlers/logic-apps/logic-apps-request';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { callbackUrlFace, triggerFace, workflowFace } from '@/mocks/store/faces/logic-app-face';
import { triggerNames } from '@/mocks/store/playbook-steps';
import { playbookId } from '@/mocks/store/playbooks';
import type { PlaybookRecord } from '@/mocks/store/records/playbook-record';
import type { Store } from '@/mocks/store/store';

const fields: FilterFields<PlaybookRecord> = {
  state: { type: 'enum', read: ({ enabled }) => (enabled ? 'Enabled' : 'Disabled') },
};

type Params = Parameters<typeof logicAppsRequest>[1];

function list({ rules }: Store, request: Request, params: Params): Response {
  const options = logicAppsRequest(request, params, ['$filter', '$top', '$skiptoken']);
  const found = rules.playbooks.all().filter(filterTest(options.text('$filter'), fields));
  return HttpResponse.json(armPage(request, options, found, workflowFace, 100));
}

function triggerOr404(store: Store, { name, trigger }: Params): PlaybookRecord {
  const playbook = workflowOr404(store, name);
  if (triggerNames[playbook.trigger].toLowerCase() === String(trigger).toLowerCase()) return playbook;
  const message = `The workflow '${playbook.name}' trigger '${String(trigger)}' could not be found.`;
  throw new Refusal(404, 'WorkflowTriggerNotFound', message);
}

function run(store: Store, params: Params): Response {
  const playbook = triggerOr404(store, params);
  if (!playbook.enabled) {
    throw new Refusal(400, 'WorkflowIsDisabled', `The workflow '${playbook.name}' is disabled.`);
  }
  store.sentinel.runPlaybook({
    id: guidOf(`contoso/playbook-run/${store.sentinel.playbookRuns().length}`),
    at: store.clock.iso(),
    logicAppId: playbookId(playbook.name),
    // Nobody sent the trigger anything: what a step would do to an incident fails.
    on: null,
    by: currentAuthor(),
  });
  return new HttpResponse(null, { status: 202 });
}

export const logicAppsWorkflowHandlers: HandlerGroup = ({ store }) => [
  http.get(subscriptionWorkflowsPath, ({ request, params }) => list(store, request, params)),
  http.get(workflowsPath, ({ request, params }) => list(store, request, params)),

  http.get(`${workflowsPath}/:name`, ({ request, params }) => {
    logicAppsRequest(request, params);
    return HttpResponse.json(workflowFace(workflowOr404(store, params.name)));
  }),

  ...['enable', 'disable'].map((verb) =>
    http.post(`${workflowsPath}/:name/${verb}`, ({ request, params }) => {
      logicAppsRequest(request, params);
      store.rules.playbooks.setEnabled(workflowOr404(store, params.name), verb === 'enable');
      return new HttpResponse(null, { status: 200 });
    }),
  ),

  http.get(`${workflowsPath}/:name/triggers`, ({ request, params }) => {
    const options = logicAppsRequest(request, params, ['$filter', '$top', '$skiptoken']);
    return HttpResponse.json(armPage(request, options, [workflowOr404(store, params.name)], triggerFace));
  }),

  http.get(`${workflowsPath}/:name/triggers/:trigger`, ({ request, params }) => {
    logicAppsRequest(request, params);
    return HttpResponse.json(triggerFace(triggerOr404(store, params)));
  }),

  http.post(`${workflowsPath}/:name/triggers/:trigger/listCallbackUrl`, ({ request, params }) => {
    logicAppsRequest(request, params);
    return HttpResponse.json(callbackUrlFace(triggerOr404(store, params)));
  }),

  http.post(`${workflowsPath}/:name/triggers/:trigger/run`, ({ request, params }) => {
    logicAppsRequest(request, params);
    return run(store, params);
  }),
];
