/** Devices of Defender for Endpoint: found, looked at and tagged. */
import { HttpResponse, http } from 'msw';
import { type EndpointAlertList, endpointTagRequest } from '@/lib/wire/defender-endpoint/machine';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { machineFields } from '@/mocks/handlers/defender-endpoint/machine-fields';
import { endpointPage } from '@/mocks/handlers/defender-endpoint/page';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import { machineFace } from '@/mocks/store/faces/machine-face';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

export function machineOr404({ endpoint }: Store, id: string): MachineRecord {
  const record = endpoint.machines.byId(id);
  if (!record) throw new Refusal(404, 'ResourceNotFound', `Machine ${id} was not found`);
  return record;
}

const faceOf = (store: Store, record: MachineRecord) =>
  machineFace(record, store.endpoint.alertsOn(record.device.deviceId), store.clock.nowMs());

function logonUsers({ device, firstSeen }: MachineRecord, now: string) {
  const { owner } = device;
  if (!owner) return [];
  return [
    {
      id: `contoso\\${owner.accountName}`,
      accountName: owner.accountName,
      accountDomain: 'contoso',
      accountSid: owner.sid,
      firstSeen,
      lastSeen: now,
      logonTypes: 'Interactive',
      isDomainAdmin: owner.roles.includes('Global Administrator'),
      isOnlyNetworkUser: false,
    },
  ];
}

const capital = (text: string | null | undefined): string | null =>
  text ? text.charAt(0).toUpperCase() + text.slice(1) : null;

/** The same alert as Graph's, in the words of the older API. */
const alertFace = ({ device }: MachineRecord, { graph }: AlertRecord): EndpointAlertList['value'][number] => ({
  id: graph.id,
  incidentId: graph.incidentId ? Number(graph.incidentId) : null,
  machineId: device.deviceId,
  computerDnsName: device.dnsName,
  severity: capital(graph.severity),
  status: capital(graph.status),
  classification: capital(graph.classification),
  determination: capital(graph.determination),
  assignedTo: graph.assignedTo ?? null,
  title: graph.title ?? null,
  description: graph.description ?? null,
  category: graph.categories?.[0] ?? null,
  detectionSource: capital(graph.detectionSource),
  threatFamilyName: graph.threatFamilyName ?? null,
  mitreTechniques: [...(graph.mitreTechniques ?? [])],
  alertCreationTime: graph.createdDateTime ?? null,
  firstEventTime: graph.firstActivityDateTime ?? null,
  lastEventTime: graph.lastActivityDateTime ?? null,
  lastUpdateTime: graph.lastUpdateDateTime ?? null,
  resolvedTime: graph.resolvedDateTime ?? null,
});

export const endpointMachineHandlers: HandlerGroup = ({ store }) =>
  onBothHosts((root) => [
    http.get(`${root}/machines`, ({ request }) => {
      const all = store.endpoint.machines.all().map((record) => faceOf(store, record));
      const value = endpointPage(request, all, machineFields, 'computerDnsName');
      // Nothing found is not an empty list here.
      if (value.length === 0) throw new Refusal(404, 'ResourceNotFound', 'No machines were found.');
      return HttpResponse.json({ ...endpointContext('Machines'), value });
    }),

    http.get(`${root}/machines/:id`, ({ params }) =>
      HttpResponse.json({
        ...endpointContext('Machines/$entity'),
        ...faceOf(store, machineOr404(store, String(params.id))),
      }),
    ),

    http.get(`${root}/machines/:id/logonusers`, ({ params }) => {
      const record = machineOr404(store, String(params.id));
      return HttpResponse.json({ ...endpointContext('Users'), value: logonUsers(record, store.clock.iso()) });
    }),

    http.get(`${root}/machines/:id/alerts`, ({ params }) => {
      const record = machineOr404(store, String(params.id));
      const alerts = store.endpoint.alertsOn(record.device.deviceId).filter((alert) => alert.inGraph);
      const value = alerts.map((alert) => alertFace(record, alert));
      return HttpResponse.json({ ...endpointContext('Alerts'), value });
    }),

    http.post(`${root}/machines/:id/tags`, async ({ request, params }) => {
      const record = machineOr404(store, String(params.id));
      const { Value, Action } = await parsedBody(request, endpointTagRequest, 'InvalidRequestBody');
      const others = record.tags.filter((tag) => tag !== Value);
      store.endpoint.machines.tag(record, Action === 'Add' ? [...others, Value] : others);
      return HttpResponse.json({ ...endpointContext('Machines/$entity'), ...faceOf(store, record) });
    }),
  ]);
