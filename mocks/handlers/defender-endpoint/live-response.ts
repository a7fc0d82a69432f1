/** Commands on a device: one machine action for all of them, at most ten calls a minute. */
import { HttpResponse, http } from 'msw';
import { endpointLiveResponseRequest } from '@/lib/wire/defender-endpoint/live-response';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { machineOr404 } from '@/mocks/handlers/defender-endpoint/machine';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { orderRefusal } from '@/mocks/store/endpoint/order-refusal';
import { machineActionFace } from '@/mocks/store/faces/machine-action-face';
import type { Store } from '@/mocks/store/store';

/** Each of them is nothing without its parameter. */
const needed = { PutFile: 'FileName', RunScript: 'ScriptName', GetFile: 'Path' } as const;

async function run(store: Store, request: Request, id: string): Promise<Response> {
  const machine = machineOr404(store, id);
  const { Comment, Commands } = await parsedBody(request, endpointLiveResponseRequest, 'InvalidRequestBody');
  for (const { type, params } of Commands) {
    if (params.some(({ key }) => key === needed[type])) continue;
    throw new Refusal(400, 'MissingRequiredParameter', `The command ${type} needs the parameter '${needed[type]}'.`);
  }
  const refusal = orderRefusal(store.endpoint, machine, 'LiveResponse');
  if (refusal) throw new Refusal(400, refusal.code, refusal.message);
  const action = store.endpoint.actions.order({
    type: 'LiveResponse',
    machine,
    scope: null,
    requestor: currentCaller().user?.upn ?? currentCaller().displayName,
    comment: Comment,
    sha1: null,
    commands: Commands,
  });
  const context = endpointContext('MachineActions/$entity');
  return HttpResponse.json({ ...context, ...machineActionFace(action) }, { status: 201 });
}

/** `GetLiveResponseResultDownloadLink(index=0)` */
function resultLink(store: Store, id: string, call: string): Response {
  const index = /^GetLiveResponseResultDownloadLink\(index=(\d+)\)$/i.exec(call)?.[1];
  if (index === undefined) throw new Refusal(404, 'ResourceNotFound', `Resource ${call} was not found.`);
  const action = store.endpoint.actions.byId(id);
  const command = action?.commands?.[Number(index)];
  if (!action || !command) throw new Refusal(404, 'ResourceNotFound', `Command ${index} of ${id} was not found`);
  if (action.status !== 'Succeeded') {
    throw new Refusal(404, 'ResourceNotFound', 'The result of the live response is not available.');
  }
  const value = `https://packages.contoso.com/${action.id}/${index}/result.zip`;
  return HttpResponse.json({ ...endpointContext('Edm.String'), value });
}

export const endpointLiveResponseHandlers: HandlerGroup = ({ store }) =>
  onBothHosts((root) => [
    http.post(`${root}/machines/:id/runLiveResponse`, ({ request, params }) => run(store, request, String(params.id))),
    http.post(`${root}/machines/:id/runliveresponse`, ({ request, params }) => run(store, request, String(params.id))),
    http.get(`${root}/machineactions/:id/:call`, ({ params }) =>
      resultLink(store, String(params.id), String(params.call)),
    ),
  ]);
