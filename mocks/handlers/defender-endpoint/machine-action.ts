/**
 * Machine actions: ordered with 201, then a matter of the device. The same order twice is refused while the first one
 * is under way. https://learn.microsoft.com/defender-endpoint/api/machineaction
 */
import { HttpResponse, http } from 'msw';
import type { z } from 'zod';
import {
  type EndpointActionType,
  type EndpointMachineAction,
  endpointCommentRequest,
  endpointIsolateRequest,
  endpointScanRequest,
  endpointStopFileRequest,
} from '@/lib/wire/defender-endpoint/machine-action';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { machineOr404 } from '@/mocks/handlers/defender-endpoint/machine';
import { endpointPage } from '@/mocks/handlers/defender-endpoint/page';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { isFinal, type MachineActionRecord } from '@/mocks/store/endpoint/machine-actions';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import { orderRefusal } from '@/mocks/store/endpoint/order-refusal';
import { machineActionFace } from '@/mocks/store/faces/machine-action-face';
import type { Store } from '@/mocks/store/store';

type Sent = { Comment: string; IsolationType?: string; ScanType?: string; Sha1?: string };
type Action = { path: string; type: EndpointActionType; body: z.ZodType<Sent> };

const actions: readonly Action[] = [
  { path: 'isolate', type: 'Isolate', body: endpointIsolateRequest },
  { path: 'unisolate', type: 'Unisolate', body: endpointCommentRequest },
  { path: 'runAntiVirusScan', type: 'RunAntiVirusScan', body: endpointScanRequest },
  { path: 'collectInvestigationPackage', type: 'CollectInvestigationPackage', body: endpointCommentRequest },
  { path: 'restrictCodeExecution', type: 'RestrictCodeExecution', body: endpointCommentRequest },
  { path: 'unrestrictCodeExecution', type: 'UnrestrictCodeExecution', body: endpointCommentRequest },
  { path: 'StopAndQuarantineFile', type: 'StopAndQuarantineFile', body: endpointStopFileRequest },
];

function refuse(store: Store, machine: MachineRecord, type: EndpointActionType): void {
  const refusal = orderRefusal(store.endpoint, machine, type);
  if (refusal) throw new Refusal(400, refusal.code, refusal.message);
}

const requestor = (): string => currentCaller().user?.upn ?? currentCaller().displayName;

async function order(store: Store, request: Request, id: string, { type, body }: Action): Promise<Response> {
  const machine = machineOr404(store, id);
  const sent = await parsedBody(request, body, 'InvalidRequestBody');
  refuse(store, machine, type);
  const action = store.endpoint.actions.order({
    type,
    machine,
    scope: sent.IsolationType ?? sent.ScanType ?? null,
    requestor: requestor(),
    comment: sent.Comment,
    sha1: sent.Sha1?.toLowerCase() ?? null,
  });
  return HttpResponse.json(
    { ...endpointContext('MachineActions/$entity'), ...machineActionFace(action) },
    { status: 201 },
  );
}

const fields: FilterFields<EndpointMachineAction> = {
  id: { type: 'text', read: (action) => action.id },
  status: { type: 'enum', read: (action) => action.status },
  machineId: { type: 'text', read: (action) => action.machineId },
  type: { type: 'enum', read: (action) => action.type },
  requestor: { type: 'text', read: (action) => action.requestor },
  creationDateTimeUtc: { type: 'time', read: (action) => action.creationDateTimeUtc },
};

function actionOr404(store: Store, id: string): MachineActionRecord {
  const action = store.endpoint.actions.byId(id);
  if (!action) throw new Refusal(404, 'ResourceNotFound', `Machine action ${id} was not found`);
  return action;
}

export const endpointMachineActionHandlers: HandlerGroup = ({ store }) =>
  onBothHosts((root) => [
    ...actions.map((action) =>
      http.post(`${root}/machines/:id/${action.path}`, ({ request, params }) =>
        order(store, request, String(params.id), action),
      ),
    ),

    http.post(`${root}/machines/:id/offboard`, ({ params }) => {
      machineOr404(store, String(params.id));
      // A tenant that can be emptied of its devices by one call is no good to anybody.
      throw new Refusal(403, 'DisallowedOperation', 'Offboarding machines is not allowed in this organization.');
    }),

    http.get(`${root}/machineactions`, ({ request }) => {
      const all = store.endpoint.actions.all().map(machineActionFace);
      const value = endpointPage(request, all, fields, 'creationDateTimeUtc desc');
      return HttpResponse.json({ ...endpointContext('MachineActions'), value });
    }),

    http.get(`${root}/machineactions/:id`, ({ params }) =>
      HttpResponse.json({
        ...endpointContext('MachineActions/$entity'),
        ...machineActionFace(actionOr404(store, String(params.id))),
      }),
    ),

    http.get(`${root}/machineactions/:id/getPackageUri`, ({ params }) => {
      const action = actionOr404(store, String(params.id));
      if (action.type !== 'CollectInvestigationPackage' || action.status !== 'Succeeded') {
        throw new Refusal(404, 'ResourceNotFound', 'The investigation package is not available.');
      }
      const value = `https://packages.contoso.com/${action.id}/InvestigationPackage.zip`;
      return HttpResponse.json({ ...endpointContext('Edm.String'), value });
    }),

    http.post(`${root}/machineactions/:id/cancel`, async ({ request, params }) => {
      const action = actionOr404(store, String(params.id));
      const { Comment } = await parsedBody(request, endpointCommentRequest, 'InvalidRequestBody');
      if (isFinal(action.status)) {
        throw new Refusal(400, 'BadRequest', `The action is already in a final state: ${action.status}.`);
      }
      store.endpoint.actions.cancel(action, requestor(), Comment);
      return HttpResponse.json({ ...endpointContext('MachineActions/$entity'), ...machineActionFace(action) });
    }),
  ]);
