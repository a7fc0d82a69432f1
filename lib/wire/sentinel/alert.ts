/** An alert of a Sentinel incident, as POST incidents/{name}/alerts lists it. */
import { z } from 'zod';
import { optionalDateTime, optionalDictionary, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armResource } from '@/lib/wire/sentinel/arm';

/** `AlertSeverity`, the gravest first. */
export const sentinelAlertSeverities = ['High', 'Medium', 'Low', 'Informational'] as const;

/** `AlertStatus`. */
export const sentinelAlertStatuses = ['Unknown', 'New', 'Resolved', 'Dismissed', 'InProgress'] as const;
export type SentinelAlertSeverity = (typeof sentinelAlertSeverities)[number];
export type SentinelAlertStatus = (typeof sentinelAlertStatuses)[number];

/** `severity`, `status` and `tactics` are open strings in the API: products outside Microsoft write them too. */
export const sentinelAlertProperties = openObject({
  systemAlertId: optionalText,
  providerAlertId: optionalText,
  alertDisplayName: optionalText,
  alertType: optionalText,
  description: optionalText,
  /** One of `sentinelAlertSeverities`, so far. */
  severity: optionalText,
  /** One of `sentinelAlertStatuses`, so far. */
  status: optionalText,
  productName: optionalText,
  productComponentName: optionalText,
  productVersion: optionalText,
  vendorName: optionalText,
  tactics: optionalTexts,
  intent: optionalText,
  compromisedEntity: optionalText,
  confidenceLevel: optionalText,
  confidenceScore: optionalNumber,
  startTimeUtc: optionalDateTime,
  endTimeUtc: optionalDateTime,
  processingEndTime: optionalDateTime,
  timeGenerated: optionalDateTime,
  remediationSteps: optionalTexts,
  alertLink: optionalText,
  resourceIdentifiers: z.array(z.record(z.string(), z.unknown())).nullish(),
  additionalData: optionalDictionary,
  friendlyName: optionalText,
});

/** An entity of the kind `SecurityAlert`; `properties` as the alert was sent. */
export const sentinelAlert = openObject({
  ...armResource,
  kind: z.string(),
  properties: sentinelAlertProperties,
});
export type SentinelAlert = z.infer<typeof sentinelAlert>;

/** All of them at once: this list has no pages. */
export const sentinelAlertList = openObject({ value: z.array(sentinelAlert) });
