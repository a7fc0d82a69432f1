/** Whether Sentinel is on in the workspace. */
import { HttpResponse, http } from 'msw';
import type { SentinelOnboardingState } from '@/lib/wire/sentinel/onboarding-state';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { Shelved } from '@/mocks/store/shelf';

const root = `${securityInsightsPath}/onboardingStates`;

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
];
