/**
 * A custom detection of Defender as the tenant keeps it: Graph's names and shapes (beta `detectionRule`), with what its
 * runs left behind. https://learn.microsoft.com/graph/api/resources/security-detectionrule
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

/** How often it runs: `0` is continuous (NRT). */
export const detectionPeriods = ['0', '1H', '3H', '12H', '24H'] as const;
export type DetectionPeriod = (typeof detectionPeriods)[number];

/** microsoft.graph.security.huntingRuleRunStatus, in the schema's order. */
export const huntingRuleRunStatuses = ['running', 'completed', 'failed', 'partiallyFailed'] as const;

/** microsoft.graph.security.huntingRuleErrorCode, in the schema's order. */
export const huntingRuleErrorCodes = [
  'queryExecutionFailed',
  'queryExecutionThrottling',
  'queryExceededResultSize',
  'queryLimitsExceeded',
  'queryTimeout',
  'alertCreationFailed',
  'alertReportNotFound',
  'partialRowsFailed',
] as const;

/** Which column of the query names what was hit; `@odata.type` says whether it is a device, user or mailbox. */
export type ImpactedAsset = {
  '@odata.type':
    | '#microsoft.graph.security.impactedDeviceAsset'
    | '#microsoft.graph.security.impactedUserAsset'
    | '#microsoft.graph.security.impactedMailboxAsset';
  /** A column in camel case: `deviceId`, `accountObjectId`, `recipientEmailAddress`. */
  identifier: string;
};

/** A `responseAction` of any kind: its `@odata.type` and the parameters of that kind. */
export type DetectionResponseAction = { '@odata.type': string } & Record<string, unknown>;

export type DetectionRunDetails = {
  lastRunDateTime: string;
  status: (typeof huntingRuleRunStatuses)[number];
  failureReason: string | null;
  errorCode: (typeof huntingRuleErrorCodes)[number] | null;
};

export type DetectionRuleFields = {
  displayName: string;
  isEnabled: boolean;
  queryCondition: { queryText: string; lastModifiedDateTime: string };
  schedule: { period: DetectionPeriod };
  detectionAction: {
    alertTemplate: {
      title: string;
      description: string;
      severity: GraphAlert['severity'];
      /** A tactic as one word: `InitialAccess`. */
      category: string;
      recommendedActions: string | null;
      mitreTechniques: string[];
      impactedAssets: ImpactedAsset[];
    };
    /** Null: everywhere. */
    organizationalScope: { scopeType: 'deviceGroup'; scopeNames: string[] } | null;
    responseActions: DetectionResponseAction[];
    /** Excluded from correlation, each of its alerts makes an incident of its own. Left out: correlated. */
    incidentConfiguration?: { isExcludedFromIncidentCorrelation: boolean };
  };
};

export type DetectionRuleRecord = {
  /** Graph's `id`: a number as text. */
  readonly id: string;
  /** Graph's `detectorId`, a GUID; the rule's alerts carry it. */
  readonly detectorId: string;
  fields: DetectionRuleFields;
  readonly createdBy: string;
  readonly createdDateTime: string;
  lastModifiedBy: string;
  lastModifiedDateTime: string;
  /** Null until it ran; kept by the tenant's detection, never by a caller. */
  lastRun: DetectionRunDetails | null;
  /** Graph's `schedule.nextRunDateTime`; null while it is disabled or continuous. */
  nextRunDateTime: string | null;
};
