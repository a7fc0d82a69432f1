/** An alert as Sentinel lists it under an incident: no evidence of its own, and open strings for enums. */
import type { Alert, AlertStatus } from '@/lib/domain/alert/alert';
import { productNamed } from '@/lib/domain/alert/product-names';
import type { Severity } from '@/lib/domain/incident/incident';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';
import { utcOrNull } from '@/lib/domain/text/utc';
import type { SentinelAlert, SentinelAlertSeverity, SentinelAlertStatus } from '@/lib/wire/sentinel/alert';

const statuses = {
  Unknown: 'unknown',
  New: 'new',
  Resolved: 'resolved',
  Dismissed: 'resolved',
  InProgress: 'inProgress',
} as const satisfies Record<SentinelAlertStatus, AlertStatus>;

const severities = {
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Informational: 'informational',
} as const satisfies Record<SentinelAlertSeverity, Severity>;

const statusByText = new Map<string, AlertStatus>(Object.entries(statuses));
const severityByText = new Map<string, Severity>(Object.entries(severities));

/** `incidentKey` is known from where the alert was listed; Sentinel's alert does not name its incident. */
export function alertFromSentinel(alert: SentinelAlert, incidentKey: string): Alert {
  const { properties } = alert;
  const createdAt =
    utcOrNull(properties.timeGenerated ?? properties.processingEndTime ?? properties.startTimeUtc) ?? '';
  return {
    id: properties.systemAlertId ?? alert.name,
    title: properties.alertDisplayName ?? properties.friendlyName ?? alert.name,
    description: properties.description || null,
    severity: severityByText.get(properties.severity ?? '') ?? 'unknown',
    status: statusByText.get(properties.status ?? '') ?? 'unknown',
    product: productNamed(properties.productName ?? ''),
    productName: properties.productName ?? '',
    detectionSource: null,
    systems: ['sentinel'],
    webUrl: properties.alertLink || null,
    tactics: inKillChainOrder(properties.tactics ?? []),
    techniques: [],
    assignee: null,
    evidence: [],
    recommendedActions: properties.remediationSteps?.join('\n') || null,
    firstActivityAt: utcOrNull(properties.startTimeUtc) ?? createdAt,
    lastActivityAt: utcOrNull(properties.endTimeUtc) ?? createdAt,
    createdAt,
    incidentKey,
  };
}
