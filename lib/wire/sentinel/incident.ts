/** A Microsoft Sentinel incident as Azure Resource Manager sends it, and the body of a PUT. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { dateTime, optionalDateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** `IncidentSeverity`, the gravest first. */
export const sentinelIncidentSeverities = ['High', 'Medium', 'Low', 'Informational'] as const;

/** `IncidentStatus`. */
export const sentinelIncidentStatuses = ['New', 'Active', 'Closed'] as const;

/** `IncidentClassification`: why an incident was closed. */
export const sentinelClassifications = ['Undetermined', 'TruePositive', 'BenignPositive', 'FalsePositive'] as const;

/** `IncidentClassificationReason`: which of them goes with which classification is in the domain's `verdict.ts`. */
export const sentinelClassificationReasons = [
  'SuspiciousActivity',
  'SuspiciousButExpected',
  'IncorrectAlertLogic',
  'InaccurateData',
] as const;

/** `IncidentLabelType`. `AutoAssigned` are those that services attached. */
export const sentinelLabelTypes = ['User', 'AutoAssigned'] as const;

/** `OwnerType`. */
export const sentinelOwnerTypes = ['Unknown', 'User', 'Group'] as const;

export type SentinelIncidentSeverity = (typeof sentinelIncidentSeverities)[number];
export type SentinelIncidentStatus = (typeof sentinelIncidentStatuses)[number];
export type SentinelClassification = (typeof sentinelClassifications)[number];
export type SentinelClassificationReason = (typeof sentinelClassificationReasons)[number];

/** `IncidentLabel`: what the portals call a tag. */
export const sentinelLabel = openObject({
  labelName: z.string(),
  /** Read-only: who attached it. */
  labelType: closedEnum(sentinelLabelTypes).nullish(),
});
export type SentinelLabel = z.infer<typeof sentinelLabel>;

/** A PUT may name the `objectId` alone: the service fills in the rest. All null means nobody. */
export const sentinelOwner = openObject({
  objectId: optionalText,
  assignedTo: optionalText,
  email: optionalText,
  userPrincipalName: optionalText,
  ownerType: closedEnum(sentinelOwnerTypes).nullish(),
});
export type SentinelOwner = z.infer<typeof sentinelOwner>;

/** Read-only counts and sums. `techniques` and the merge properties come from preview versions only. */
export const sentinelIncidentAdditionalData = openObject({
  alertsCount: optionalNumber,
  bookmarksCount: optionalNumber,
  commentsCount: optionalNumber,
  alertProductNames: optionalTexts,
  tactics: optionalTexts,
  techniques: optionalTexts,
  /** The same incident in the Defender portal. */
  providerIncidentUrl: optionalText,
  mergedIncidentNumber: z.union([z.number(), z.string()]).nullish(),
  mergedIncidentUrl: optionalText,
});

const written = {
  title: z.string(),
  severity: closedEnum(sentinelIncidentSeverities),
  status: closedEnum(sentinelIncidentStatuses),
  classification: closedEnum(sentinelClassifications).nullish(),
  classificationReason: closedEnum(sentinelClassificationReasons).nullish(),
  classificationComment: optionalText,
  description: optionalText,
  firstActivityTimeUtc: optionalDateTime,
  lastActivityTimeUtc: optionalDateTime,
  labels: z.array(sentinelLabel).nullish(),
  owner: sentinelOwner.nullish(),
};

/** `IncidentProperties`: what a PUT writes, and what only the service says. */
export const sentinelIncidentProperties = openObject({
  ...written,
  additionalData: sentinelIncidentAdditionalData.nullish(),
  createdTimeUtc: dateTime,
  lastModifiedTimeUtc: dateTime,
  incidentNumber: z.number(),
  /** Always the Azure portal, also for incidents that live in Defender. */
  incidentUrl: optionalText,
  /**
   * `Microsoft XDR` when Defender knows the incident; `Azure Sentinel` when it doesn't. Only in the first case is
   * `providerIncidentId` the id of a Graph incident; in the second it repeats `incidentNumber`.
   */
  providerName: optionalText,
  providerIncidentId: optionalText,
  relatedAnalyticRuleIds: optionalTexts,
});
export type SentinelIncidentProperties = z.infer<typeof sentinelIncidentProperties>;

/** https://learn.microsoft.com/rest/api/securityinsights/incidents/get */
export const sentinelIncident = openObject({
  ...armResource,
  etag: armEtag,
  properties: sentinelIncidentProperties,
});
export type SentinelIncident = z.infer<typeof sentinelIncident>;

/** A page of `Incidents_List`. */
export const sentinelIncidentList = armList(sentinelIncident);

/**
 * The body of PUT incidents/{name}. It replaces all properties that can be written: what is left out is lost, so a
 * change starts from what GET answered.
 */
export const sentinelIncidentRequest = openObject({ etag: armEtag, properties: openObject(written) });
export type SentinelIncidentRequest = z.infer<typeof sentinelIncidentRequest>;
