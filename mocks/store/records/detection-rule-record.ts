/**
 * A custom detection of Defender as the tenant keeps it: Graph's names and shapes (beta `detectionRule`), with what its
 * runs left behind. https://learn.microsoft.com/graph/api/resources/security-detectionrule
 */
import type {
  GraphDetectionAction,
  GraphDetectionRuleStatus,
  GraphRunDetails,
} from '@/lib/wire/graph-security/detection-rule';

export type DetectionRunDetails = Required<GraphRunDetails>;

export type DetectionRuleFields = {
  displayName: string;
  description: string | null;
  /** `autoDisabled` is Microsoft's own doing, after runs that kept failing. */
  status: Exclude<GraphDetectionRuleStatus, 'unknownFutureValue'>;
  queryCondition: { queryText: string };
  /** ISO 8601; `PT0S` runs continuously. */
  schedule: { frequency: string };
  detectionAction: GraphDetectionAction;
};

export type DetectionRuleRecord = {
  /** The caller's own name for it. */
  readonly id: string;
  /** A GUID that the rule's alerts carry as `detectorId`; the rule itself no longer shows it. */
  readonly detectorId: string;
  fields: DetectionRuleFields;
  readonly createdBy: string;
  readonly createdDateTime: string;
  lastModifiedBy: string;
  lastModifiedDateTime: string;
  /** When the query became what it is; the rule itself no longer shows it. */
  queryModifiedDateTime: string;
  /** Null until it ran; kept by the tenant's detection, never by a caller. */
  lastRun: DetectionRunDetails | null;
  /** When it is due; null while it is disabled or continuous. */
  nextRunDateTime: string | null;
};
