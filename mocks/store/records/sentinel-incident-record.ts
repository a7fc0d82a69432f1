/** Sentinel's copy of an incident, as the workspace keeps it. */
import type {
  SentinelClassification,
  SentinelClassificationReason,
  SentinelIncidentSeverity,
  SentinelIncidentStatus,
  SentinelLabel,
  SentinelOwner,
} from '@/lib/wire/sentinel/incident';
import type { BookmarkRelation, SentinelTaskRecord } from '@/mocks/store/records/sentinel-resource-records';

export type SentinelIncidentFields = {
  title: string;
  description: string | null;
  severity: SentinelIncidentSeverity;
  status: SentinelIncidentStatus;
  classification: SentinelClassification | null;
  classificationReason: SentinelClassificationReason | null;
  classificationComment: string | null;
  labels: SentinelLabel[];
  owner: Required<SentinelOwner>;
  firstActivityTimeUtc: string | null;
  lastActivityTimeUtc: string | null;
};

export type SentinelCommentRecord = {
  /** The GUID its writer chose, or one made here for a comment that came from Defender. */
  readonly name: string;
  message: string;
  readonly author: { name: string; email: string | null; objectId: string | null; userPrincipalName: string | null };
  readonly createdAt: string;
  updatedAt: string;
  revision: number;
};

export type SentinelIncidentRecord = {
  /** The ARM resource name, a GUID. */
  readonly name: string;
  readonly number: number;
  fields: SentinelIncidentFields;
  comments: SentinelCommentRecord[];
  /** Absent until there is one. */
  tasks?: readonly SentinelTaskRecord[];
  /** Absent until there is one. */
  bookmarks?: readonly BookmarkRelation[];
  alertIds: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Who changed it last, as `SecurityIncident.ModifiedBy` says it. */
  modifiedBy: string;
  /** Counts up with every change; the etag is made of it. */
  revision: number;
  /** The Graph incident it is the twin of; null for incidents that only Sentinel has. */
  readonly twin: string | null;
  /** What a twin's `providerName` says where the workspace isn't onboarded to the Defender portal; absent where it is. */
  providerName?: string;
  relatedAnalyticRuleIds: string[];
};

/** How Defender's incidents are called in the Azure portal alone. */
export const azurePortalProvider = 'Microsoft 365 Defender';

export type SentinelIncidentChanges = Partial<SentinelIncidentFields>;

/** Nobody. */
export const noOwner: Required<SentinelOwner> = {
  objectId: null,
  email: null,
  assignedTo: null,
  userPrincipalName: null,
  ownerType: null,
};
