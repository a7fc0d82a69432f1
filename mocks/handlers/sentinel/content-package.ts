/** The solutions that are installed from the content hub. */
import { HttpResponse, http } from 'msw';
import type { SentinelContentPackage } from '@/lib/wire/sentinel/content-package';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { Store } from '@/mocks/store/store';

const root = `${securityInsightsPath}/contentPackages`;

const faceOf = ({ id, displayName, version }: Store['sentinel']['solutions'][number]): SentinelContentPackage => ({
  id: sentinelResourceId('contentPackages', id),
  name: id,
  type: 'Microsoft.SecurityInsights/contentpackages',
  properties: {
    contentId: id,
    contentProductId: `${id}-sl`,
    contentKind: 'Solution',
    contentSchemaVersion: '3.0.0',
    version,
    displayName,
    publisherDisplayName: 'Microsoft Corporation',
  },
});

export const sentinelContentPackageHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    return HttpResponse.json(armPage(request, options, store.sentinel.solutions, faceOf, 100));
  }),

  http.get(`${root}/:id`, ({ request, params }) => {
    armRequest(request, params);
    const id = String(params.id).toLowerCase();
    const solution = store.sentinel.solutions.find((one) => one.id === id);
    if (!solution) throw new Refusal(404, 'NotFound', `Content package '${String(params.id)}' was not found.`);
    return HttpResponse.json(faceOf(solution));
  }),
];
