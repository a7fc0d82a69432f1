/**
 * `mergeIncidents` and `moveAlerts`, under both forms of their paths. Both answer the incident that holds everything now.
 * https://learn.microsoft.com/graph/api/security-incident-mergeincidents
 */
import { HttpResponse, http } from 'msw';
import type { GraphCorrelationReason } from '@/lib/wire/graph-security/correlation-reason';
import { graphMergeIncidentsRequest, graphMoveAlertsRequest } from '@/lib/wire/graph-security/regroup';
import { mergeIncidents, moveAlerts } from '@/mocks/cloud/defender/regroup';
import { alertOr404 } from '@/mocks/handlers/graph-security/alert';
import { incidentOr404 } from '@/mocks/handlers/graph-security/incident';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

const root = 'https://graph.microsoft.com/:version/security';
/** Microsoft's portal takes no more at once; the API names no number of its own. */
export const largestMerge = 5;

const bad = (message: string): Refusal => new Refusal(400, 'BadRequest', message);

function refuseRedirected({ id, fields }: GraphIncidentRecord): void {
  if (fields.status !== 'redirected') return;
  throw bad(`Incident '${id}' was merged into '${fields.redirectIncidentId}' and cannot be changed.`);
}

function refuseReasons(reasons: readonly GraphCorrelationReason[] | null | undefined): void {
  if (reasons?.includes('unknownFutureValue')) throw bad("'unknownFutureValue' is not a reason.");
}

/**
 * Candidates say the same, or nothing, about these three.
 * https://learn.microsoft.com/defender-xdr/merge-incidents-manually#prerequisites
 */
function refuseDifferences(incidents: readonly GraphIncidentRecord[]): void {
  for (const name of ['assignedTo', 'classification', 'determination'] as const) {
    const values = incidents.map(({ fields }) => fields[name]).filter((value) => value && value !== 'unknown');
    if (new Set(values).size > 1) {
      throw bad(`The incidents cannot be merged: they have different values for '${name}' (${values.join(', ')}).`);
    }
  }
}

function candidates(store: Store, ids: readonly string[]): [GraphIncidentRecord, ...GraphIncidentRecord[]] {
  const [first, ...others] = [...new Set(ids)];
  if (first === undefined || others.length === 0) throw bad("'incidentIds' must name at least two incidents.");
  if (others.length >= largestMerge) throw bad(`No more than ${largestMerge} incidents can be merged at once.`);
  const incidents: [GraphIncidentRecord, ...GraphIncidentRecord[]] = [
    incidentOr404(store, first),
    ...others.map((id) => incidentOr404(store, id)),
  ];
  for (const incident of incidents) refuseRedirected(incident);
  refuseDifferences(incidents);
  return incidents;
}

async function merge(store: Store, request: Request): Promise<Response> {
  queryOptions(new URL(request.url), []);
  const sent = await parsedBody(request, graphMergeIncidentsRequest, 'BadRequest');
  refuseReasons(sent.mergeReasons);
  const target = mergeIncidents(store, candidates(store, sent.incidentIds), {
    reasons: sent.mergeReasons ?? [],
    comment: sent.incidentComment ?? null,
    by: { kind: 'caller', name: currentCaller().displayName },
  });
  return reply(target);
}

async function move(store: Store, request: Request): Promise<Response> {
  queryOptions(new URL(request.url), []);
  const sent = await parsedBody(request, graphMoveAlertsRequest, 'BadRequest');
  refuseReasons(sent.newCorrelationReasons);
  if (sent.alertIds.length === 0) throw bad("'alertIds' must name at least one alert.");
  const alerts = [...new Set(sent.alertIds)].map((id) => alertOr404(store, id));
  const target = sent.incidentId ? incidentOr404(store, sent.incidentId) : null;
  if (target) refuseRedirected(target);
  const into = moveAlerts(store, alerts, target, {
    reasons: sent.newCorrelationReasons ?? [],
    comment: sent.alertComment ?? null,
    by: { kind: 'caller', name: currentCaller().displayName },
  });
  return reply(into);
}

const reply = ({ id }: GraphIncidentRecord): Response =>
  HttpResponse.json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.mergeResponse',
    targetIncidentId: id,
  });

export const regroupHandlers: HandlerGroup = ({ store }) =>
  ['', 'microsoft.graph.security.'].flatMap((form) => [
    http.post(`${root}/incidents/${form}mergeIncidents`, ({ request }) => merge(store, request)),
    http.post(`${root}/alerts_v2/${form}moveAlerts`, ({ request }) => move(store, request)),
  ]);
