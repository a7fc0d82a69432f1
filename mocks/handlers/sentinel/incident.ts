/**
 * Sentinel incidents. A PUT replaces every property that can be written, and its stamp is in the body, not in a header.
 * https://learn.microsoft.com/rest/api/securityinsights/incidents
 */
import { HttpResponse, http, type RequestHandler } from 'msw';
import {
  type SentinelIncident,
  type SentinelIncidentRequest,
  sentinelIncidentRequest,
} from '@/lib/wire/sentinel/incident';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { longList } from '@/mocks/handlers/manners/odata/long-list';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { sentinelIncidentFields } from '@/mocks/handlers/sentinel/incident-fields';
import { previewAdditions } from '@/mocks/handlers/sentinel/incident-preview';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { isPreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Directory } from '@/mocks/store/directory';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelIncidentFace } from '@/mocks/store/faces/sentinel-incident-face';
import { sentinelIncidentListing } from '@/mocks/store/listings';
import {
  noOwner,
  type SentinelIncidentFields,
  type SentinelIncidentRecord,
} from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/incidents`;
const defaultTop = 50;
const largestTop = 1000;
const longestDescription = 5000;
const usualOrder = 'properties/createdTimeUtc desc';
/** How clients that follow changes ask. */
const changeOrders = ['properties/lastModifiedTimeUtc asc', 'properties/lastModifiedTimeUtc desc'];

export function sentinelIncidentOr404(store: Store, name: string): SentinelIncidentRecord {
  const record = store.sentinelIncidents.byName(name);
  if (!record) throw new Refusal(404, 'NotFound', `Incident with id '${name}' was not found.`);
  return record;
}

function faceOf(store: Store, record: SentinelIncidentRecord, request: Request): SentinelIncident {
  const face = sentinelIncidentFace(record, store.alerts.pick(record.alertIds));
  if (!isPreview(request)) return face;
  const additionalData = { ...face.properties.additionalData, ...previewAdditions(store, record) };
  return { ...face, properties: { ...face.properties, additionalData } };
}

/** A stamp that isn't the current one: somebody else was quicker. */
export function refuseStale(sent: string | null | undefined, current: string, name: string): void {
  const bare = (etag: string) => etag.replaceAll('"', '');
  if (!sent || sent === '*' || bare(sent) === bare(current)) return;
  throw new Refusal(409, 'Conflict', `Newer version of resource '${name}' exists. Data was not saved`);
}

/** The service fills an owner in from the directory; a caller may send the object id alone. */
function ownerOf(
  sent: SentinelIncidentRequest['properties']['owner'],
  directory: Directory,
): SentinelIncidentFields['owner'] {
  if (!sent) return noOwner;
  const name = sent.userPrincipalName ?? sent.email;
  const found = sent.objectId ? directory.ownerById(sent.objectId) : name ? directory.ownerNamed(name) : undefined;
  if (found) return found;
  if (sent.objectId)
    throw new Refusal(400, 'BadRequest', `The owner with object id '${sent.objectId}' was not found in the directory.`);
  if (!name && !sent.assignedTo) return noOwner;
  return {
    objectId: null,
    email: sent.email ?? null,
    assignedTo: sent.assignedTo ?? null,
    userPrincipalName: sent.userPrincipalName ?? null,
    ownerType: 'Unknown',
  };
}

function fieldsOf(sent: SentinelIncidentRequest['properties'], directory: Directory): SentinelIncidentFields {
  if (sent.status === 'Closed' && !sent.classification) {
    throw new Refusal(400, 'BadRequest', "Property 'classification' is required when the status is 'Closed'.");
  }
  if ((sent.description?.length ?? 0) > longestDescription) {
    throw new Refusal(
      400,
      'BadRequest',
      `Property 'description' must not be longer than ${longestDescription} characters.`,
    );
  }
  return {
    title: sent.title,
    severity: sent.severity,
    status: sent.status,
    description: sent.description ?? null,
    classification: sent.classification ?? null,
    classificationReason: sent.classificationReason ?? null,
    classificationComment: sent.classificationComment ?? null,
    labels: (sent.labels ?? []).map((label) => ({ labelName: label.labelName, labelType: label.labelType ?? 'User' })),
    owner: ownerOf(sent.owner, directory),
    firstActivityTimeUtc: sent.firstActivityTimeUtc ?? null,
    lastActivityTimeUtc: sent.lastActivityTimeUtc ?? null,
  };
}

function newIncident(
  store: Store,
  name: string,
  fields: SentinelIncidentFields,
  author: string,
): SentinelIncidentRecord {
  const at = store.clock.iso();
  return {
    name,
    number: store.sentinelIncidents.nextNumber(),
    fields,
    comments: [],
    alertIds: [],
    createdAt: at,
    updatedAt: at,
    closedAt: fields.status === 'Closed' ? at : null,
    modifiedBy: author,
    revision: 1,
    // What is made through this API stays in Sentinel: Defender never hears of it.
    twin: null,
    relatedAnalyticRuleIds: [],
  };
}

function listIncidents(store: Store): RequestHandler {
  const pageOf = longList({
    listing: sentinelIncidentListing(store),
    filterFields: sentinelIncidentFields,
    orderFields: sentinelIncidentFields,
    usualOrder,
    otherOrders: changeOrders,
  });
  return http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$filter', '$orderby', '$top', '$skiptoken']);
    const top = options.count('$top', defaultTop);
    if (top < 1 || top > largestTop)
      throw new Refusal(400, 'BadRequest', `The value of $top must be between 1 and ${largestTop}.`);
    const offset = offsetOf(options.text('$skiptoken'));
    const page = pageOf(options, { offset, limit: top, count: false });
    const reached = offset + page.rows.length;
    return HttpResponse.json({
      value: page.rows.map((record) => faceOf(store, record, request)),
      ...(page.more ? { nextLink: nextLink(new URL(request.url), reached, '$skipToken') } : {}),
    });
  });
}

export const sentinelIncidentHandlers: HandlerGroup = ({ store }) => [
  listIncidents(store),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json(faceOf(store, sentinelIncidentOr404(store, String(params.name)), request));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelIncidentRequest, 'BadRequest');
    const fields = fieldsOf(properties, store.directory);
    const author = currentCaller().displayName;
    const record = store.sentinelIncidents.byName(name);
    if (!record) {
      const created = newIncident(store, name, fields, author);
      store.sentinelIncidents.add(created);
      return HttpResponse.json(faceOf(store, created, request), { status: 201 });
    }
    refuseStale(etag, etagOf(record.revision, record.updatedAt), record.name);
    store.sentinelIncidents.change(record, fields, { kind: 'caller', name: author });
    return HttpResponse.json(faceOf(store, record, request));
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = store.sentinelIncidents.byName(String(params.name));
    if (!record) return new HttpResponse(null, { status: 204 });
    store.sentinelIncidents.remove(record);
    return new HttpResponse(null, { status: 200 });
  }),
];
