/**
 * Custom detections of Defender: /beta/security/rules/detectionRules, in the shape that is left since October 2026, when
 * `isEnabled`, `detectorId`, `schedule.period`, `impactedAssets` and `responseActions` were taken away.
 * https://learn.microsoft.com/graph/api/resources/security-detectionrule?view=graph-rest-beta
 */
import { z } from 'zod';
import { evolvableEnum } from '@/lib/wire/enum-member';
import { dateTime, optionalDateTime, optionalText, optionalTexts } from '@/lib/wire/field';
import { graphEntityMappings } from '@/lib/wire/graph-security/detection-entity-mappings';
import { graphAlertSeverity } from '@/lib/wire/graph-security/enums';
import { openObject } from '@/lib/wire/open-object';

/** `status`. `autoDisabled` is the service's own doing, after a rule failed too often. */
export const graphDetectionRuleStatuses = ['enabled', 'disabled', 'autoDisabled', 'unknownFutureValue'] as const;
export type GraphDetectionRuleStatus = (typeof graphDetectionRuleStatuses)[number];

/** `lastRunDetails.status`. */
export const graphHuntingRuleRunStatuses = [
  'running',
  'completed',
  'failed',
  'partiallyFailed',
  'unknownFutureValue',
] as const;

/** `lastRunDetails.errorCode`; `failureReason` says it in words. */
export const graphHuntingRuleErrorCodes = [
  'queryExecutionFailed',
  'queryExecutionThrottling',
  'queryExceededResultSize',
  'queryLimitsExceeded',
  'queryTimeout',
  'alertCreationFailed',
  'alertReportNotFound',
  'partialRowsFailed',
  'unknownFutureValue',
] as const;

/** `isolationType` of the action `isolateDevices`. */
export const graphIsolationTypes = ['full', 'selective', 'unknownFutureValue'] as const;

/** What the last run left behind; nobody writes it. */
export const graphRunDetails = openObject({
  errorCode: evolvableEnum(graphHuntingRuleErrorCodes).nullish(),
  failureReason: optionalText,
  lastRunDateTime: optionalDateTime,
  status: evolvableEnum(graphHuntingRuleRunStatuses).nullish(),
});
export type GraphRunDetails = z.infer<typeof graphRunDetails>;

const alertTemplate = openObject({
  title: z.string(),
  description: optionalText,
  severity: graphAlertSeverity,
  recommendedActions: optionalText,
  /** `Execution`, with techniques (`T1059`) and what is below them (`T1059.001`). */
  tactics: z
    .array(
      openObject({
        tactic: z.string(),
        techniques: z.array(openObject({ technique: z.string(), subTechniques: optionalTexts })).nullish(),
      }),
    )
    .nullish(),
  entityMappings: graphEntityMappings.nullish(),
  /** Names that the alert shows, each with the column it takes its value from. */
  customDetails: z.record(z.string(), z.unknown()).nullish(),
});

const deviceAction = openObject({ deviceIdColumn: optionalText });
const accountAction = openObject({ accountSidColumn: optionalText });
const emailAction = openObject({ networkMessageIdColumn: optionalText, recipientColumn: optionalText });
const fileAction = openObject({
  deviceGroupNames: optionalTexts,
  sha1Column: optionalText,
  sha256Column: optionalText,
});

/** What is done by itself to what the query found, each by the column that names it. */
export const graphAutomatedActionSet = openObject({
  allowFiles: z.array(fileAction).nullish(),
  blockFiles: z.array(fileAction).nullish(),
  collectInvestigationPackages: z.array(deviceAction).nullish(),
  disableUsers: z.array(accountAction).nullish(),
  forceUserPasswordResets: z.array(accountAction).nullish(),
  hardDeleteEmails: z.array(emailAction).nullish(),
  initiateInvestigations: z.array(deviceAction).nullish(),
  isolateDevices: z
    .array(openObject({ deviceIdColumn: optionalText, isolationType: evolvableEnum(graphIsolationTypes).nullish() }))
    .nullish(),
  markUsersAsCompromised: z.array(openObject({ accountObjectIdColumn: optionalText })).nullish(),
  moveEmailsToDeletedItems: z.array(emailAction).nullish(),
  moveEmailsToInbox: z.array(emailAction).nullish(),
  moveEmailsToJunk: z.array(emailAction).nullish(),
  restrictAppExecutions: z.array(deviceAction).nullish(),
  runAntivirusScans: z.array(deviceAction).nullish(),
  softDeleteEmails: z.array(emailAction).nullish(),
  stopAndQuarantineFiles: z.array(openObject({ deviceIdColumn: optionalText, sha1Column: optionalText })).nullish(),
});

/** What a match leads to: an alert, and actions on what the query found. */
export const graphDetectionAction = openObject({
  alertTemplate: alertTemplate.nullish(),
  automatedActions: graphAutomatedActionSet.nullish(),
  /** True keeps the rule's alerts out of correlation: each has an incident of its own. */
  incidentConfiguration: openObject({ isExcludedFromIncidentCorrelation: z.boolean().nullish() }).nullish(),
  organizationalScope: openObject({ deviceGroups: optionalTexts }).nullish(),
});
export type GraphDetectionAction = z.infer<typeof graphDetectionAction>;

/** What a caller writes. `id` is the caller's own name for the rule. */
export const graphDetectionRuleRequest = openObject({
  '@odata.type': z.string().optional(),
  id: z.string(),
  displayName: z.string(),
  description: optionalText,
  status: evolvableEnum(graphDetectionRuleStatuses),
  queryCondition: openObject({ queryText: z.string() }),
  /** ISO 8601: `PT1H`; `PT0S` runs continuously. */
  schedule: openObject({ frequency: z.string() }),
  detectionAction: graphDetectionAction.nullish(),
});

export type GraphDetectionRuleRequest = z.infer<typeof graphDetectionRuleRequest>;

/** `microsoft.graph.security.detectionRule`, as it is read. */
export const graphDetectionRule = graphDetectionRuleRequest.extend({
  createdBy: optionalText,
  createdDateTime: dateTime,
  lastModifiedBy: optionalText,
  lastModifiedDateTime: dateTime,
  lastRunDetails: graphRunDetails.nullish(),
});
export type GraphDetectionRule = z.infer<typeof graphDetectionRule>;

/** A page of GET detectionRules. */
export const graphDetectionRuleList = openObject({
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphDetectionRule),
});
