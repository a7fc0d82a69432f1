/** Automated investigations: started on a device, listed, looked at. At most 50 are started in an hour. */
import { HttpResponse, http } from 'msw';
import type { EndpointInvestigation } from '@/lib/wire/defender-endpoint/investigation';
import { endpointCommentRequest } from '@/lib/wire/defender-endpoint/machine-action';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { machineOr404 } from '@/mocks/handlers/defender-endpoint/machine';
import { endpointPage } from '@/mocks/handlers/defender-endpoint/page';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { type InvestigationRecord, isOver } from '@/mocks/store/endpoint/investigations';
import type { Store } from '@/mocks/store/store';

const faceOf = (record: InvestigationRecord): EndpointInvestigation => ({
  id: record.id,
  startTime: record.startedAt,
  endTime: record.endedAt,
  cancelledBy: null,
  state: record.state,
  statusDetails: record.statusDetails,
  machineId: record.machine.device.deviceId,
  computerDnsName: record.machine.device.dnsName,
  triggeringAlertId: record.triggeringAlertId,
});

/** https://learn.microsoft.com/defender-endpoint/api/get-investigation-collection */
const fields: FilterFields<EndpointInvestigation> = {
  id: { type: 'text', read: ({ id }) => id },
  startTime: { type: 'time', read: ({ startTime }) => startTime },
  state: { type: 'enum', read: ({ state }) => state },
  machineId: { type: 'text', read: ({ machineId }) => machineId },
  triggeringAlertId: { type: 'text', read: ({ triggeringAlertId }) => triggeringAlertId },
};

const entity = (record: InvestigationRecord) => ({ ...endpointContext('Investigations/$entity'), ...faceOf(record) });

async function start(store: Store, request: Request, id: string): Promise<Response> {
  const machine = machineOr404(store, id);
  const { Comment } = await parsedBody(request, endpointCommentRequest, 'InvalidRequestBody');
  const { investigations } = store.endpoint;
  if (!machine.device.osPlatform.startsWith('Windows')) {
    const message = `Action is not supported for the operating system '${machine.device.osPlatform}' of this machine.`;
    throw new Refusal(400, 'OsPlatformNotSupported', message);
  }
  if (investigations.all().some((one) => one.machine === machine && !isOver(one))) {
    throw new Refusal(400, 'ActiveRequestAlreadyExists', 'Action is already in progress');
  }
  const by = currentCaller().user?.upn ?? currentCaller().displayName;
  return HttpResponse.json(entity(investigations.start(machine, by, Comment)), { status: 201 });
}

export const endpointInvestigationHandlers: HandlerGroup = ({ store }) =>
  onBothHosts((root) => [
    http.post(`${root}/machines/:id/startInvestigation`, ({ request, params }) =>
      start(store, request, String(params.id)),
    ),

    http.get(`${root}/investigations`, ({ request }) => {
      const all = store.endpoint.investigations.all().map(faceOf);
      const value = endpointPage(request, all, fields, 'startTime desc');
      return HttpResponse.json({ ...endpointContext('Investigations'), value });
    }),

    http.get(`${root}/investigations/:id`, ({ params }) => {
      const id = String(params.id);
      const record = store.endpoint.investigations.byId(id);
      if (!record) throw new Refusal(404, 'ResourceNotFound', `Investigation ${id} was not found`);
      return HttpResponse.json(entity(record));
    }),
  ]);
