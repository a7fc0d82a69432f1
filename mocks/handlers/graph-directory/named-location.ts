/** Named locations of Conditional Access. https://learn.microsoft.com/graph/api/resources/namedlocation */
import { isIP } from 'node:net';
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import {
  type GraphNamedLocation,
  type GraphNamedLocationRequest,
  graphNamedLocation,
  graphNamedLocationRequest,
  graphNamedLocationUpdate,
} from '@/lib/wire/graph-directory/named-location';
import { currentCaller, linkTo } from '@/mocks/handlers/manners/exchange';
import { parsedBody, parsedValue } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Actor } from '@/mocks/store/events';
import type { NamedLocationRecord } from '@/mocks/store/records/named-location-record';
import type { Store } from '@/mocks/store/store';

const root = 'https://graph.microsoft.com/:version/identity/conditionalAccess/namedLocations';
const canonical = 'https://graph.microsoft.com/v1.0/identity/conditionalAccess/namedLocations';
const context = 'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/namedLocations';
const pageSize = { usual: 100, largest: 100 };
/** https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network#configure-named-locations */
const largestRanges = 2000;

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

const fields: FilterFields<NamedLocationRecord> = {
  createdDateTime: { type: 'time', read: ({ location }) => location.createdDateTime },
  displayName: { type: 'text', read: ({ location }) => location.displayName },
  id: { type: 'text', read: ({ id }) => id },
  modifiedDateTime: { type: 'time', read: ({ location }) => location.modifiedDateTime },
};

/** Entra takes no IPv4 range wider than /8. */
const smallestPrefix = { 4: 8, 6: 1 } as const;
const largestPrefix = { 4: 32, 6: 128 } as const;

function refuseRange(type: string, cidrAddress: string): void {
  const family = type === '#microsoft.graph.iPv4CidrRange' ? 4 : 6;
  const [address = '', prefix = '', ...rest] = cidrAddress.split('/');
  const bits = Number(prefix);
  const fits = /^\d+$/.test(prefix) && bits >= smallestPrefix[family] && bits <= largestPrefix[family];
  if (isIP(address) !== family || !fits || rest.length > 0) {
    throw bad(`'${cidrAddress}' is not a valid IPv${family} range in CIDR notation.`);
  }
}

function refuseLocation(location: GraphNamedLocationRequest): void {
  if (location.displayName.trim() === '') throw bad("'displayName' must not be empty.");
  if (location['@odata.type'] === '#microsoft.graph.ipNamedLocation') {
    if (location.ipRanges.length === 0) throw bad("'ipRanges' must have at least one range.");
    if (location.ipRanges.length > largestRanges) throw bad(`No more than ${largestRanges} ranges to a location.`);
    for (const range of location.ipRanges) refuseRange(range['@odata.type'], range.cidrAddress);
    return;
  }
  if (location.countriesAndRegions.length === 0) throw bad("'countriesAndRegions' must have at least one country.");
  const stranger = location.countriesAndRegions.find((code) => !/^[A-Z]{2}$/.test(code));
  if (stranger !== undefined) throw bad(`'${stranger}' is not a country code of two letters.`);
}

function withDefaults(sent: GraphNamedLocationRequest): GraphNamedLocationRequest {
  return sent['@odata.type'] === '#microsoft.graph.ipNamedLocation'
    ? { ...sent, isTrusted: sent.isTrusted ?? false }
    : {
        ...sent,
        countryLookupMethod: sent.countryLookupMethod ?? 'clientIpAddress',
        includeUnknownCountriesAndRegions: sent.includeUnknownCountriesAndRegions ?? false,
      };
}

function locationOr404(store: Store, id: string): NamedLocationRecord {
  const record = store.namedLocations.byId(id);
  if (!record) throw new Refusal(404, 'NotFound', `1040: NamedLocation with id ${id} does not exist in the directory.`);
  return record;
}

function refuseTwin(store: Store, displayName: string, id?: string): void {
  const twin = [...store.namedLocations.all()].find(
    (record) => record.id !== id && record.location.displayName.toLowerCase() === displayName.toLowerCase(),
  );
  if (twin) throw bad(`A named location with the name '${displayName}' already exists.`);
}

const caller = (): Actor => ({ kind: 'caller', name: currentCaller().displayName });

function list(store: Store, request: Request): Response {
  const options = queryOptions(new URL(request.url), ['$filter', '$orderby', '$top', '$skip', '$count', '$skiptoken']);
  const found = [...store.namedLocations.all()]
    .filter(filterTest(options.text('$filter'), fields))
    .sort(orderOf(options.text('$orderby'), fields, 'displayName'));
  return HttpResponse.json(graphPage(request, options, found, ({ location }) => location, context, pageSize));
}

async function create(store: Store, request: Request): Promise<Response> {
  const sent = withDefaults(await parsedBody(request, graphNamedLocationRequest, 'BadRequest'));
  refuseLocation(sent);
  refuseTwin(store, sent.displayName);
  const at = store.clock.iso();
  const id = guidOf(`named-location/${sent.displayName}/${at}`);
  const whole = parsedValue(
    { ...sent, id, createdDateTime: at, modifiedDateTime: at },
    graphNamedLocation,
    'BadRequest',
  );
  const { location } = store.namedLocations.put(whole, caller());
  return HttpResponse.json(
    { '@odata.context': `${context}/$entity`, ...location },
    { status: 201, headers: { location: linkTo(`${canonical}/${id}`) } },
  );
}

async function update(store: Store, request: Request, id: string): Promise<Response> {
  const { location } = locationOr404(store, id);
  const sent = await parsedBody(request, graphNamedLocationUpdate, 'BadRequest');
  if (sent['@odata.type'] !== location['@odata.type']) throw bad('The type of a named location cannot be changed.');
  const { id: _id, createdDateTime, modifiedDateTime: _modified, ...before } = location;
  const wanted: GraphNamedLocationRequest = parsedValue(
    { ...before, ...sent },
    graphNamedLocationRequest,
    'BadRequest',
  );
  refuseLocation(wanted);
  refuseTwin(store, wanted.displayName, id);
  const whole: GraphNamedLocation = parsedValue(
    { ...wanted, id, createdDateTime, modifiedDateTime: store.clock.iso() },
    graphNamedLocation,
    'BadRequest',
  );
  store.namedLocations.put(whole, caller());
  return new HttpResponse(null, { status: 204 });
}

function remove(store: Store, id: string): Response {
  const record = locationOr404(store, id);
  const { location } = record;
  if (location['@odata.type'] === '#microsoft.graph.ipNamedLocation' && location.isTrusted) {
    throw bad('A trusted named location cannot be deleted. Set isTrusted to false first.');
  }
  store.namedLocations.remove(record, caller());
  return new HttpResponse(null, { status: 204 });
}

export const namedLocationHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request }) => list(store, request)),
  http.post(root, ({ request }) => create(store, request)),
  http.get(`${root}/:id`, ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const { location } = locationOr404(store, String(params.id));
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...location });
  }),
  http.patch(`${root}/:id`, ({ request, params }) => update(store, request, String(params.id))),
  http.delete(`${root}/:id`, ({ params }) => remove(store, String(params.id))),
];
