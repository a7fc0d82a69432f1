/** The runs of a Logic App and what each action did. https://learn.microsoft.com/rest/api/logic/workflow-runs */
import { HttpResponse, http } from 'msw';
import { cancelRun } from '@/mocks/cloud/automation/playbook-run';
import { logicAppsRequest, workflowOr404, workflowsPath } from '@/mocks/handlers/logic-apps/logic-apps-request';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { runActionFace, runFace } from '@/mocks/store/faces/logic-app-face';
import type { LogicAppRun, LogicAppStepRun, PlaybookRecord } from '@/mocks/store/records/playbook-record';

const root = `${workflowsPath}/:name/runs`;

const fields: FilterFields<LogicAppRun> = {
  status: { type: 'enum', read: (run) => run.status },
  startTime: { type: 'time', read: (run) => run.startedAt },
};
const actionFields: FilterFields<LogicAppStepRun> = { status: { type: 'enum', read: (step) => step.status } };

function runOr404(playbook: PlaybookRecord, id: unknown): LogicAppRun {
  const run = playbook.runs.find((one) => one.id.toLowerCase() === String(id).toLowerCase());
  if (run) return run;
  const message = `The workflow '${playbook.name}' run '${String(id)}' could not be found.`;
  throw new Refusal(404, 'WorkflowRunNotFound', message);
}

export const logicAppsRunHandlers: HandlerGroup = ({ store, logs }) => [
  http.get(root, ({ request, params }) => {
    const options = logicAppsRequest(request, params, ['$filter', '$top', '$skiptoken']);
    const playbook = workflowOr404(store, params.name);
    const found = playbook.runs.filter(filterTest(options.text('$filter'), fields)).toReversed();
    return HttpResponse.json(armPage(request, options, found, (run) => runFace(playbook, run), 30));
  }),

  http.get(`${root}/:run`, ({ request, params }) => {
    logicAppsRequest(request, params);
    const playbook = workflowOr404(store, params.name);
    return HttpResponse.json(runFace(playbook, runOr404(playbook, params.run)));
  }),

  http.post(`${root}/:run/cancel`, ({ request, params }) => {
    logicAppsRequest(request, params);
    const playbook = workflowOr404(store, params.name);
    const run = runOr404(playbook, params.run);
    if (run.status !== 'Running') {
      const message = `The workflow run '${run.id}' cannot be cancelled because it has already ended with status '${run.status}'.`;
      throw new Refusal(409, 'WorkflowRunTerminated', message);
    }
    cancelRun({ store, logs }, playbook, run);
    return new HttpResponse(null, { status: 200 });
  }),

  http.get(`${root}/:run/actions`, ({ request, params }) => {
    const options = logicAppsRequest(request, params, ['$filter', '$top', '$skiptoken']);
    const playbook = workflowOr404(store, params.name);
    const run = runOr404(playbook, params.run);
    const found = run.steps.filter(filterTest(options.text('$filter'), actionFields));
    return HttpResponse.json(armPage(request, options, found, (step) => runActionFace(playbook, run, step), 30));
  }),
];
