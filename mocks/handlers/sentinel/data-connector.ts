/** Data connectors: what is connected and which of its data flows. */
import { HttpResponse, http } from 'msw';
import {
  type SentinelDataConnector,
  type SentinelDataConnectorFields,
  sentinelDataConnectorRequest,
} from '@/lib/wire/sentinel/data-connector';
import { disconnectRefusal } from '@/mocks/cloud/connectors/carried-connectors';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { isPreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { xdrKind } from '@/mocks/store/connections/connector-kinds';
import { allEventTables } from '@/mocks/store/connections/event-tables';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import { previewConnectorKinds } from '@/mocks/store/sentinel-resources';
import type { Shelved } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/dataConnectors`;

type Connector = Shelved<SentinelDataConnectorFields>;

const faceOf = ({ name, fields, revision, updatedAt }: Connector): SentinelDataConnector => ({
  id: sentinelResourceId('dataConnectors', name),
  name,
  etag: etagOf(revision, updatedAt),
  type: 'Microsoft.SecurityInsights/dataConnectors',
  kind: fields.kind,
  properties: fields.properties,
});

/** A stable version doesn't see connectors of kinds that came after it. */
const isVisible = (request: Request, { fields }: Connector): boolean =>
  isPreview(request) || !previewConnectorKinds.includes(fields.kind);

/** Stable versions cannot make what they don't know; Defender's connector must say whether it brings incidents. */
function refuseKind(request: Request, kind: string, { dataTypes }: SentinelDataConnectorFields['properties']): void {
  if (!isPreview(request) && previewConnectorKinds.includes(kind)) {
    throw new Refusal(400, 'BadRequest', `The kind '${kind}' is not supported by this api-version.`);
  }
  if (kind === xdrKind && !dataTypes?.incidents) {
    throw new Refusal(400, 'BadRequest', "Required property 'dataTypes.incidents' is missing.");
  }
  const known = ['incidents', 'alerts', ...allEventTables];
  const stranger = kind === xdrKind ? Object.keys(dataTypes ?? {}).find((name) => !known.includes(name)) : undefined;
  if (stranger !== undefined) {
    throw new Refusal(400, 'BadRequest', `'${stranger}' is not a data type of the connector '${kind}'.`);
  }
}

function refuseDisconnecting(
  store: Store,
  before: SentinelDataConnectorFields,
  after: SentinelDataConnectorFields | undefined,
): void {
  const reason = disconnectRefusal(store, before, after);
  if (reason !== undefined) throw new Refusal(400, 'BadRequest', reason);
}

export const sentinelDataConnectorHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$skiptoken']);
    const visible = store.sentinel.dataConnectors.all().filter((record) => isVisible(request, record));
    return HttpResponse.json(armPage(request, options, visible, faceOf, 100));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = store.sentinel.dataConnectors.byName(String(params.name));
    if (!record || !isVisible(request, record)) {
      throw new Refusal(404, 'NotFound', `Data connector '${String(params.name)}' was not found.`);
    }
    return HttpResponse.json(faceOf(record));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const { etag, kind, properties } = await parsedBody(request, sentinelDataConnectorRequest, 'BadRequest');
    refuseKind(request, kind, properties);
    const known = store.sentinel.dataConnectors.byName(String(params.name));
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    if (known && known.fields.kind !== kind) {
      throw new Refusal(400, 'BadRequest', `The kind of a data connector cannot be changed to '${kind}'.`);
    }
    if (known) refuseDisconnecting(store, known.fields, { kind, properties });
    const record = store.sentinel.dataConnectors.put(String(params.name), { kind, properties }, currentAuthor());
    return HttpResponse.json(faceOf(record), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const known = store.sentinel.dataConnectors.byName(String(params.name));
    if (known) refuseDisconnecting(store, known.fields, undefined);
    const gone = store.sentinel.dataConnectors.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];
