/** The saved queries of the workspace. One with an alias is a function from then on, to every query. */
import { HttpResponse, http } from 'msw';
import {
  type SentinelSavedSearch,
  type SentinelSavedSearchFields,
  sentinelSavedSearchRequest,
} from '@/lib/wire/sentinel/saved-search';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, workspacePath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import type { Shelved } from '@/mocks/store/shelf';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const root = `${workspacePath}/savedSearches`;
const namespace = 'Microsoft.OperationalInsights';

const faceOf = (record: Shelved<SentinelSavedSearchFields>): SentinelSavedSearch => ({
  id: `${tenantFacts.workspaceResourceId}/savedSearches/${record.name}`,
  name: record.name,
  etag: etagOf(record.revision, record.updatedAt),
  type: `${namespace}/savedSearches`,
  properties: { ...record.fields, version: record.fields.version ?? 2 },
});

function refuseAlias(store: Store, name: string, alias: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(alias)) {
    throw new Refusal(400, 'InvalidParameter', `The function alias '${alias}' is not a valid identifier.`);
  }
  const taken = store.sentinel.savedSearches
    .all()
    .some(({ name: other, fields }) => fields.functionAlias === alias && other.toLowerCase() !== name.toLowerCase());
  if (taken) throw new Refusal(400, 'InvalidParameter', `A function with the alias '${alias}' exists already.`);
}

export const sentinelSavedSearchHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    armRequest(request, params, [], namespace);
    return HttpResponse.json({ value: store.sentinel.savedSearches.all().map(faceOf) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params, [], namespace);
    const record = store.sentinel.savedSearches.byName(String(params.name));
    if (!record) {
      throw new Refusal(404, 'NotFound', `Saved search '${String(params.name)}' was not found in the workspace.`);
    }
    return HttpResponse.json(faceOf(record));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params, [], namespace);
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelSavedSearchRequest, 'InvalidParameter');
    if (properties.functionAlias) refuseAlias(store, name, properties.functionAlias);
    const known = store.sentinel.savedSearches.byName(name);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    return HttpResponse.json(faceOf(store.sentinel.savedSearches.put(name, properties, currentAuthor())));
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params, [], namespace);
    const gone = store.sentinel.savedSearches.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];
