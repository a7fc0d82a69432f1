/** A Defender XDR alert as Graph's `alerts_v2` sends it. */
import { z } from 'zod';
import { optionalDateTime, optionalDictionary, optionalText, optionalTexts } from '@/lib/wire/field';
import { graphComment } from '@/lib/wire/graph-security/comment';
import {
  graphAlertClassification,
  graphAlertDetermination,
  graphAlertSeverity,
  graphAlertStatus,
  graphDetectionSource,
  graphInvestigationState,
  graphServiceSource,
} from '@/lib/wire/graph-security/enums';
import { graphEvidence } from '@/lib/wire/graph-security/evidence';
import { openObject } from '@/lib/wire/open-object';

/**
 * `microsoft.graph.security.alert`, every v1.0 property.
 * https://learn.microsoft.com/graph/api/resources/security-alert
 */
export const graphAlert = openObject({
  id: z.string(),
  actorDisplayName: optionalText,
  additionalData: optionalDictionary,
  alertPolicyId: optionalText,
  alertWebUrl: optionalText,
  /** Free text, in practice a UPN. */
  assignedTo: optionalText,
  categories: optionalTexts,
  category: optionalText,
  classification: graphAlertClassification.nullish(),
  comments: z.array(graphComment).nullish(),
  createdDateTime: optionalDateTime,
  customDetails: optionalDictionary,
  description: optionalText,
  detectionSource: graphDetectionSource.nullish(),
  detectorId: optionalText,
  determination: graphAlertDetermination.nullish(),
  evidence: z.array(graphEvidence).nullish(),
  firstActivityDateTime: optionalDateTime,
  incidentId: optionalText,
  incidentWebUrl: optionalText,
  investigationState: graphInvestigationState.nullish(),
  lastActivityDateTime: optionalDateTime,
  lastUpdateDateTime: optionalDateTime,
  mitreTechniques: optionalTexts,
  productName: optionalText,
  providerAlertId: optionalText,
  recommendedActions: optionalText,
  resolvedDateTime: optionalDateTime,
  serviceSource: graphServiceSource,
  severity: graphAlertSeverity,
  status: graphAlertStatus,
  systemTags: optionalTexts,
  tenantId: optionalText,
  threatDisplayName: optionalText,
  threatFamilyName: optionalText,
  title: optionalText,
});
export type GraphAlert = z.infer<typeof graphAlert>;

/** GET /security/alerts_v2. In practice it never carries `@odata.nextLink`. */
export const graphAlertList = openObject({
  value: z.array(graphAlert),
  '@odata.nextLink': z.string().optional(),
});

/** What PATCH /security/alerts_v2/{id} accepts. */
export const graphAlertUpdate = z
  .strictObject({
    status: graphAlertStatus,
    classification: graphAlertClassification.nullable(),
    determination: graphAlertDetermination.nullable(),
    assignedTo: z.string().nullable(),
  })
  .partial();
export type GraphAlertUpdate = z.infer<typeof graphAlertUpdate>;
