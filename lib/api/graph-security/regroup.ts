/** Putting incidents together and alerts elsewhere. */
import type { Call } from '@/lib/api/transport/call';
import {
  type GraphMergeIncidentsRequest,
  type GraphMergeResponse,
  type GraphMoveAlertsRequest,
  graphMergeResponse,
} from '@/lib/wire/graph-security/regroup';

/** Neither call carries an id of the caller's: whoever repeats one has to look first what it did. */
export type GraphRegrouping = {
  /** Answers the incident that holds everything now. https://learn.microsoft.com/graph/api/security-incident-mergeincidents */
  mergeIncidents(body: GraphMergeIncidentsRequest, signal?: AbortSignal): Promise<GraphMergeResponse>;
  /** Without `incidentId` the alerts get an incident of their own. https://learn.microsoft.com/graph/api/security-alert-movealerts */
  moveAlerts(body: GraphMoveAlertsRequest, signal?: AbortSignal): Promise<GraphMergeResponse>;
};

/** v1.0. Needs `SecurityData.Manage.All`. What Defender will not put together is an ApiError with its reason. */
export function graphRegrouping(call: Call): GraphRegrouping {
  const post = (path: string, body: unknown, signal: AbortSignal | undefined) =>
    call({ method: 'POST', path: `/v1.0/security/${path}`, body, signal, reply: graphMergeResponse });
  return {
    mergeIncidents: (body, signal) => post('incidents/mergeIncidents', body, signal),
    moveAlerts: (body, signal) => post('alerts_v2/moveAlerts', body, signal),
  };
}
