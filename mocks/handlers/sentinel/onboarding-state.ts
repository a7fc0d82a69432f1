/** Whether Sentinel is on in the workspace, and what it is like when it isn't. */
import { HttpResponse, http } from 'msw';
import { type SentinelOnboardingState, sentinelOnboardingStateRequest } from '@/lib/wire/sentinel/onboarding-state';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { Shelved } from '@/mocks/store/shelf';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const root = `${securityInsightsPath}/onboardingStates`;
const onlyName = 'default';

const faceOf = ({
  name,
  fields,
  revision,
  updatedAt,
}: Shelved<{ readonly customerManagedKey: boolean }>): SentinelOnboardingState => ({
  id: sentinelResourceId('onboardingStates', name),
  name,
  etag: etagOf(revision, updatedAt),
  type: 'Microsoft.SecurityInsights/onboardingStates',
  properties: { customerManagedKey: fields.customerManagedKey },
});

export const sentinelOnboardingStateHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json({ value: store.sentinel.onboardingStates.all().map(faceOf) });
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = store.sentinel.onboardingStates.byName(String(params.name));
    if (!record) throw new Refusal(404, 'NotFound', `Onboarding state '${String(params.name)}' was not found.`);
    return HttpResponse.json(faceOf(record));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    if (String(params.name).toLowerCase() !== onlyName) {
      throw new Refusal(400, 'BadRequest', `An onboarding state is called '${onlyName}'.`);
    }
    const { etag, properties } = await parsedBody(request, sentinelOnboardingStateRequest, 'BadRequest');
    const known = store.sentinel.onboardingStates.byName(onlyName);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    const fields = { customerManagedKey: properties?.customerManagedKey ?? false };
    const record = store.sentinel.onboardingStates.put(onlyName, fields, currentAuthor());
    return HttpResponse.json(faceOf(record), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const gone = store.sentinel.onboardingStates.remove(String(params.name));
    return new HttpResponse(null, { status: gone ? 200 : 204 });
  }),
];

/** In a workspace without Sentinel there is nothing to ask for but the state itself. Comes before all others. */
export const sentinelOnboardedHandlers: HandlerGroup = ({ store }) => [
  http.all(`${securityInsightsPath}/*`, ({ request }) => {
    if (store.sentinel.onboardingStates.byName(onlyName)) return undefined;
    if (/\/onboardingStates(\/[^/]*)?$/i.test(new URL(request.url).pathname)) return undefined;
    const message = `The workspace '${tenantFacts.workspaceName}' is not onboarded to Microsoft Sentinel.`;
    throw new Refusal(400, 'BadRequest', message);
  }),
];
