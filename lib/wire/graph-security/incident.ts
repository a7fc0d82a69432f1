/** A Defender XDR incident as Graph sends it, and the changes Graph takes. */
import { z } from 'zod';
import { dateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { graphAlert } from '@/lib/wire/graph-security/alert';
import { graphComment } from '@/lib/wire/graph-security/comment';
import {
  graphAlertClassification,
  graphAlertDetermination,
  graphAlertSeverity,
  graphIncidentStatus,
} from '@/lib/wire/graph-security/enums';
import { openObject } from '@/lib/wire/open-object';

/**
 * `microsoft.graph.security.incident`, every v1.0 property. `alerts` comes only with `$expand=alerts`.
 * https://learn.microsoft.com/graph/api/resources/security-incident
 */
export const graphIncident = openObject({
  '@odata.type': z.string().optional(),
  /** A number written as a string. */
  id: z.string(),
  /** Free text, in practice a UPN. */
  assignedTo: optionalText,
  classification: graphAlertClassification.nullish(),
  comments: z.array(graphComment).nullish(),
  createdDateTime: dateTime,
  customTags: optionalTexts,
  description: optionalText,
  determination: graphAlertDetermination.nullish(),
  displayName: optionalText,
  incidentWebUrl: optionalText,
  lastModifiedBy: optionalText,
  lastUpdateDateTime: dateTime,
  /** 0 to 100: over 85 top, 15 to 85 medium, below 15 low. */
  priorityScore: optionalNumber,
  /** The incident this one was merged into; then `status` is `redirected`. */
  redirectIncidentId: optionalText,
  resolvingComment: optionalText,
  severity: graphAlertSeverity,
  status: graphIncidentStatus,
  summary: optionalText,
  systemTags: optionalTexts,
  tenantId: optionalText,
  alerts: z.array(graphAlert).nullish(),
});
export type GraphIncident = z.infer<typeof graphIncident>;

/** GET /security/incidents: at most 50 to a page, whatever `$top` says. */
export const graphIncidentList = openObject({
  '@odata.context': z.string().optional(),
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphIncident),
});

/**
 * What PATCH /security/incidents/{id} accepts. `severity` and the texts since December 2024.
 * https://learn.microsoft.com/graph/api/security-incident-update
 */
export const graphIncidentUpdate = z
  .strictObject({
    assignedTo: z.string().nullable(),
    classification: graphAlertClassification.nullable(),
    customTags: z.array(z.string()),
    description: z.string().nullable(),
    determination: graphAlertDetermination.nullable(),
    displayName: z.string(),
    resolvingComment: z.string().nullable(),
    severity: graphAlertSeverity,
    status: graphIncidentStatus,
    summary: z.string().nullable(),
  })
  .partial();
export type GraphIncidentUpdate = z.infer<typeof graphIncidentUpdate>;
