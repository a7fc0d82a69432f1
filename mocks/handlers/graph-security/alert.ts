/** Defender XDR alerts. The list is the one that never carries a nextLink: clients move a time boundary instead. */
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { type GraphAlert, graphAlertUpdate } from '@/lib/wire/graph-security/alert';
import { alertFilterFields, alertOrderFields } from '@/mocks/handlers/graph-security/alert-fields';
import { skipOf } from '@/mocks/handlers/graph-security/skip-limit';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { olderAlert, refuseUnknownMembers, wantsNewerMembers } from '@/mocks/handlers/manners/newer-members';
import { longList } from '@/mocks/handlers/manners/odata/long-list';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { present } from '@/mocks/handlers/manners/present';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { alertListing } from '@/mocks/store/listings';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

const root = 'https://graph.microsoft.com/:version/security/alerts_v2';
const context = 'https://graph.microsoft.com/v1.0/$metadata#security/alerts_v2';
const defaultTop = 100;
const largestTop = 1000;
const usualOrder = 'createdDateTime desc';
/** How clients that follow changes ask. */
const changeOrders = ['lastUpdateDateTime asc', 'lastUpdateDateTime desc'];

const alertPatch = graphAlertUpdate.extend({ '@odata.type': z.string().optional() });

/** Alerts of incidents that only Sentinel has are not in Graph, whoever asks. */
export function alertOr404(store: Store, id: string): AlertRecord {
  const record = store.alerts.byId(id);
  if (!record?.inGraph) throw new Refusal(404, 'NotFound', `Alert with id '${id}' was not found.`);
  return record;
}

const faceOf = (record: AlertRecord, request: Request): GraphAlert =>
  wantsNewerMembers(request) ? record.graph : olderAlert(record.graph);

function listAlerts(store: Store): RequestHandler {
  const pageOf = longList({
    listing: alertListing(store),
    filterFields: alertFilterFields,
    orderFields: alertOrderFields,
    usualOrder,
    otherOrders: changeOrders,
  });
  return http.get(root, ({ request }) => {
    const options = queryOptions(new URL(request.url), ['$filter', '$orderby', '$top', '$skip', '$count']);
    const offset = skipOf(options);
    const top = Math.min(options.count('$top', defaultTop), largestTop);
    const page = pageOf(options, { offset, limit: top, count: options.flag('$count') });
    return HttpResponse.json({
      '@odata.context': context,
      ...(page.total === undefined ? {} : { '@odata.count': page.total }),
      value: page.rows.map((record) => faceOf(record, request)),
    });
  });
}

export const alertHandlers: HandlerGroup = ({ store }) => [
  listAlerts(store),

  http.get(`${root}/:id`, ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const record = alertOr404(store, String(params.id));
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...faceOf(record, request) });
  }),

  http.patch(`${root}/:id`, async ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const record = alertOr404(store, String(params.id));
    const { '@odata.type': _type, ...wanted } = await parsedBody(request, alertPatch, 'BadRequest');
    refuseUnknownMembers(wanted);
    store.alerts.change(record, present(wanted), { kind: 'caller', name: currentCaller().displayName });
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...faceOf(record, request) });
  }),
];
