/** Sentinel's incident in our words, and which Defender incident it is a copy of. */
import { productNamed } from '@/lib/domain/alert/product-names';
import type { SentinelFace } from '@/lib/domain/incident/face';
import type { Assignee, IncidentStatus, Severity } from '@/lib/domain/incident/incident';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';
import { verdictFromSentinel } from '@/lib/domain/incident/verdict';
import { utc, utcOrNull } from '@/lib/domain/text/utc';
import type {
  SentinelIncident,
  SentinelIncidentProperties,
  SentinelIncidentSeverity,
  SentinelIncidentStatus,
  SentinelLabel,
  SentinelOwner,
} from '@/lib/wire/sentinel/incident';

/** `New` ↔ `active` is documented; `Active` ↔ `inProgress` and `Closed` ↔ `resolved` follow from the two enums. */
const statuses = {
  New: 'new',
  Active: 'inProgress',
  Closed: 'resolved',
} as const satisfies Record<SentinelIncidentStatus, IncidentStatus>;

const severities = {
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Informational: 'informational',
} as const satisfies Record<SentinelIncidentSeverity, Severity>;

const tagOrigins = {
  User: 'analyst',
  AutoAssigned: 'system',
} as const satisfies Record<NonNullable<SentinelLabel['labelType']>, 'analyst' | 'system'>;

/** The provider whose `providerIncidentId` is a Defender incident id. */
const defenderProvider = 'microsoft xdr';

/**
 * Defender's id of the same incident. Sentinel's own incidents fill `providerIncidentId` too, with their own number and
 * the provider "Azure Sentinel": pairing by id alone would merge strangers.
 * https://learn.microsoft.com/azure/sentinel/move-to-defender
 */
export function twinOf(
  properties: Pick<SentinelIncidentProperties, 'providerName' | 'providerIncidentId'>,
): string | null {
  if (properties.providerName?.toLowerCase() !== defenderProvider) return null;
  return properties.providerIncidentId || null;
}

/** Null when nobody is named in any of Sentinel's four ways. */
export function assigneeFromSentinel(owner: SentinelOwner | null | undefined): Assignee | null {
  const name = owner?.userPrincipalName || owner?.email || owner?.assignedTo || owner?.objectId;
  if (!owner || !name) return null;
  const assignee = { name, displayName: owner.assignedTo || null, objectId: owner.objectId || null };
  return owner.ownerType === 'Group' ? { ...assignee, isGroup: true } : assignee;
}

export function fromSentinel(incident: SentinelIncident): SentinelFace {
  const { properties } = incident;
  const updatedAt = utc(properties.lastModifiedTimeUtc);
  return {
    copy: {
      name: incident.name,
      number: properties.incidentNumber,
      webUrl: properties.incidentUrl ?? '',
      updatedAt,
      providerName: properties.providerName ?? '',
    },
    twin: twinOf(properties),
    title: properties.title,
    description: properties.description || null,
    status: statuses[properties.status],
    severity: severities[properties.severity],
    verdict: verdictFromSentinel(
      properties.classification,
      properties.classificationReason,
      properties.classificationComment,
    ),
    assignee: assigneeFromSentinel(properties.owner),
    tags: (properties.labels ?? []).map((label) => ({
      name: label.labelName,
      origin: tagOrigins[label.labelType ?? 'User'],
    })),
    createdAt: utc(properties.createdTimeUtc),
    updatedAt,
    modifiedBy: null,
    alertCount: properties.additionalData?.alertsCount ?? 0,
    products: [...new Set((properties.additionalData?.alertProductNames ?? []).map(productNamed))],
    tactics: inKillChainOrder(properties.additionalData?.tactics ?? []),
    firstActivityAt: utcOrNull(properties.firstActivityTimeUtc),
    lastActivityAt: utcOrNull(properties.lastActivityTimeUtc),
  };
}
