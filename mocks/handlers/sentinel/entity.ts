/** The entities of a Sentinel incident: `{entities, metaData}`, the one list without `value`. */
import { HttpResponse, http } from 'msw';
import { sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { sentinelEntityFaces } from '@/mocks/store/faces/sentinel-alert-face';

export const sentinelEntityHandlers: HandlerGroup = ({ store }) => [
  http.post(`${securityInsightsPath}/incidents/:name/entities`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.name));
    const entities = sentinelEntityFaces(store.alerts.pick(record.alertIds));
    const counts = new Map<string, number>();
    for (const { kind } of entities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return HttpResponse.json({
      entities,
      metaData: [...counts].map(([entityKind, count]) => ({ entityKind, count })),
    });
  }),
];
