/** Putting incidents together and alerts elsewhere: `mergeIncidents` and `moveAlerts`. Reasons travel as one text. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { graphCorrelationFlags } from '@/lib/wire/graph-security/correlation-reason';
import { openObject } from '@/lib/wire/open-object';

/** POST /security/incidents/mergeIncidents. https://learn.microsoft.com/graph/api/security-incident-mergeincidents */
export const graphMergeIncidentsRequest = openObject({
  incidentIds: z.array(z.string()),
  incidentComment: optionalText,
  mergeReasons: graphCorrelationFlags.nullish(),
});

/**
 * POST /security/alerts_v2/moveAlerts. Without `incidentId` the alerts get a new incident.
 * https://learn.microsoft.com/graph/api/security-alert-movealerts
 */
export const graphMoveAlertsRequest = openObject({
  alertIds: z.array(z.string()),
  incidentId: optionalText,
  alertComment: optionalText,
  newCorrelationReasons: graphCorrelationFlags.nullish(),
});

/** `microsoft.graph.security.mergeResponse`: the incident that holds everything now. Both answer with it. */
export const graphMergeResponse = openObject({ targetIncidentId: z.string() });
export type GraphMergeIncidentsRequest = z.input<typeof graphMergeIncidentsRequest>;
export type GraphMoveAlertsRequest = z.input<typeof graphMoveAlertsRequest>;
export type GraphMergeResponse = z.infer<typeof graphMergeResponse>;
