/** The switches of Sentinel's analytics. https://learn.microsoft.com/rest/api/securityinsights/product-settings */
import { HttpResponse, http } from 'msw';
import { type SentinelSetting, sentinelSettingKinds, sentinelSettingRequest } from '@/lib/wire/sentinel/setting';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { requirePreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { SentinelSettingFields } from '@/mocks/store/records/sentinel-setting-record';
import type { Shelved } from '@/mocks/store/shelf';

const root = `${securityInsightsPath}/settings`;

const faceOf = ({ name, fields, revision, updatedAt }: Shelved<SentinelSettingFields>): SentinelSetting => {
  const { kind, isEnabled, entityProviders, dataSources } = fields;
  return {
    id: sentinelResourceId('settings', name),
    name,
    etag: etagOf(revision, updatedAt),
    type: 'Microsoft.SecurityInsights/settings',
    kind,
    properties: {
      ...(isEnabled === undefined ? {} : { isEnabled }),
      ...(entityProviders ? { entityProviders: [...entityProviders] } : {}),
      ...(dataSources ? { dataSources: [...dataSources] } : {}),
    },
  };
};

export const sentinelSettingHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'settings');
    return HttpResponse.json({ value: store.sentinel.settings.all().map(faceOf) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'settings');
    const record = store.sentinel.settings.byName(String(params.name));
    if (!record) throw new Refusal(404, 'NotFound', `Setting '${String(params.name)}' was not found.`);
    return HttpResponse.json(faceOf(record));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'settings');
    const name = sentinelSettingKinds.find((kind) => kind.toLowerCase() === String(params.name).toLowerCase());
    const { etag, kind, properties } = await parsedBody(request, sentinelSettingRequest, 'BadRequest');
    if (!name || kind !== name) {
      throw new Refusal(400, 'BadRequest', `The setting '${String(params.name)}' cannot be of kind '${kind}'.`);
    }
    const known = store.sentinel.settings.byName(name);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    const { entityProviders, dataSources } = properties;
    const fields: SentinelSettingFields = {
      kind,
      ...(kind === 'Anomalies' || kind === 'EyesOn' ? { isEnabled: true } : {}),
      ...(kind === 'EntityAnalytics' ? { entityProviders: entityProviders ?? [] } : {}),
      ...(kind === 'Ueba' ? { dataSources: dataSources ?? [] } : {}),
    };
    return HttpResponse.json(faceOf(store.sentinel.settings.put(name, fields, currentAuthor())));
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, 'settings');
    const gone = store.sentinel.settings.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];
