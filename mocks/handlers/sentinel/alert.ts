/** The alerts of a Sentinel incident: a POST that only reads, without pages. */
import { HttpResponse, http } from 'msw';
import { sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { sentinelAlertFace } from '@/mocks/store/faces/sentinel-alert-face';

export const sentinelAlertHandlers: HandlerGroup = ({ store }) => [
  http.post(`${securityInsightsPath}/incidents/:name/alerts`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.name));
    return HttpResponse.json({ value: store.alerts.pick(record.alertIds).map(sentinelAlertFace) });
  }),
];
