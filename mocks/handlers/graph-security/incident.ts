/** Defender XDR incidents: list, read, change. https://learn.microsoft.com/graph/api/resources/security-incident */
import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import { graphIncidentUpdate } from '@/lib/wire/graph-security/incident';
import { incidentFace } from '@/mocks/handlers/graph-security/incident-face';
import { incidentFilterFields, incidentOrderFields } from '@/mocks/handlers/graph-security/incident-fields';
import { skipOf } from '@/mocks/handlers/graph-security/skip-limit';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { refuseUnknownMembers } from '@/mocks/handlers/manners/newer-members';
import { longList } from '@/mocks/handlers/manners/odata/long-list';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { present } from '@/mocks/handlers/manners/present';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { graphIncidentListing } from '@/mocks/store/listings';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

const root = 'https://graph.microsoft.com/:version/security/incidents';
const context = 'https://graph.microsoft.com/v1.0/$metadata#security/incidents';

/** Whatever `$top` says: more never comes in one page. */
export const incidentPageSize = 50;
const largestTop = 1000;
const usualOrder = 'createdDateTime desc';
/** How clients that follow changes ask. */
const changeOrders = ['lastUpdateDateTime asc', 'lastUpdateDateTime desc'];

const incidentPatch = graphIncidentUpdate.extend({ '@odata.type': z.string().optional() });

export function incidentOr404(store: Store, id: string): GraphIncidentRecord {
  const record = store.graphIncidents.byId(id);
  if (!record) throw new Refusal(404, 'NotFound', `Incident with id '${id}' was not found.`);
  return record;
}

function expandsAlerts(options: QueryOptions): boolean {
  const expand = options.text('$expand');
  if (expand !== null && expand !== 'alerts') {
    throw new Refusal(
      400,
      'BadRequest',
      `Could not find a property named '${expand}' to expand on type 'microsoft.graph.security.incident'.`,
    );
  }
  return expand === 'alerts';
}

function listIncidents(store: Store): RequestHandler {
  const pageOf = longList({
    listing: graphIncidentListing(store),
    filterFields: incidentFilterFields,
    orderFields: incidentOrderFields,
    usualOrder,
    otherOrders: changeOrders,
  });
  return http.get(root, ({ request }) => {
    const url = new URL(request.url);
    const options = queryOptions(url, ['$filter', '$orderby', '$top', '$skip', '$count', '$expand', '$skiptoken']);
    const skip = skipOf(options);
    const top = Math.min(options.count('$top', incidentPageSize), largestTop);
    const offset = offsetOf(options.text('$skiptoken')) + skip;
    const alerts = expandsAlerts(options);
    const limit = Math.min(top, incidentPageSize);
    const page = pageOf(options, { offset, limit, count: options.flag('$count') });
    const reached = offset + page.rows.length;
    return HttpResponse.json({
      '@odata.context': context,
      ...(page.total === undefined ? {} : { '@odata.count': page.total }),
      ...(page.more && page.rows.length > 0 ? { '@odata.nextLink': nextLink(url, reached, '$skiptoken') } : {}),
      value: page.rows.map((record) => incidentFace(record, { store, request, alerts })),
    });
  });
}

export const incidentHandlers: HandlerGroup = ({ store }) => [
  listIncidents(store),

  http.get(`${root}/:id`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$expand']);
    const record = incidentOr404(store, String(params.id));
    const face = incidentFace(record, { store, request, alerts: expandsAlerts(options) });
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...face });
  }),

  http.get(`${root}/:id/alerts`, ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const record = incidentOr404(store, String(params.id));
    const { alerts } = incidentFace(record, { store, request, alerts: true });
    return HttpResponse.json({ '@odata.context': `${context}('${record.id}')/alerts`, value: alerts ?? [] });
  }),

  http.patch(`${root}/:id`, async ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const record = incidentOr404(store, String(params.id));
    const { '@odata.type': _type, ...wanted } = await parsedBody(request, incidentPatch, 'BadRequest');
    refuseUnknownMembers(wanted);
    if (wanted.status === 'redirected' || wanted.status === 'awaitingAction') {
      throw new Refusal(400, 'BadRequest', `The status '${wanted.status}' cannot be set.`);
    }
    if (record.fields.status === 'redirected') {
      throw new Refusal(
        400,
        'BadRequest',
        `Incident '${record.id}' was merged into '${record.fields.redirectIncidentId}' and cannot be changed.`,
      );
    }
    store.graphIncidents.change(record, present(wanted), { kind: 'caller', name: currentCaller().displayName });
    const face = incidentFace(record, { store, request, alerts: false });
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...face });
  }),
];
