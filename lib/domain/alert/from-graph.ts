/** A Graph alert (`alerts_v2`) in our words. */

import type { Alert, AlertStatus, Evidence } from '@/lib/domain/alert/alert';
import { linkFromGraph } from '@/lib/domain/alert/alert-link';
import { entityFromEvidence } from '@/lib/domain/entity/from-graph-evidence';
import { severityFromGraph } from '@/lib/domain/incident/from-graph';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';
import type { Product } from '@/lib/domain/source/source';
import { utc, utcOrNull } from '@/lib/domain/text/utc';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphAlertStatus, GraphServiceSource } from '@/lib/wire/graph-security/enums';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { GraphEvidenceVerdict } from '@/lib/wire/graph-security/evidence-enums';

const statuses = {
  unknown: 'unknown',
  new: 'new',
  inProgress: 'inProgress',
  resolved: 'resolved',
  unknownFutureValue: 'unknown',
} as const satisfies Record<GraphAlertStatus, AlertStatus>;

const products = {
  unknown: 'unknown',
  microsoftDefenderForEndpoint: 'defenderForEndpoint',
  microsoftDefenderForIdentity: 'defenderForIdentity',
  microsoftDefenderForCloudApps: 'defenderForCloudApps',
  microsoftDefenderForOffice365: 'defenderForOffice365',
  microsoft365Defender: 'defenderXdr',
  azureAdIdentityProtection: 'entraIdProtection',
  microsoftAppGovernance: 'appGovernance',
  dataLossPrevention: 'dataLossPrevention',
  unknownFutureValue: 'unknown',
  microsoftDefenderForCloud: 'defenderForCloud',
  microsoftSentinel: 'sentinel',
  microsoftInsiderRiskManagement: 'insiderRisk',
  microsoftThreatIntelligence: 'threatIntelligence',
  microsoftSecurityForAI: 'securityForAi',
} as const satisfies Record<GraphServiceSource, Product>;

const verdicts = {
  unknown: 'unknown',
  suspicious: 'suspicious',
  malicious: 'malicious',
  noThreatsFound: 'noThreatsFound',
  unknownFutureValue: 'unknown',
} as const satisfies Record<GraphEvidenceVerdict, Evidence['verdict']>;

function evidenceFromGraph(evidence: GraphEvidence): Evidence {
  return {
    entity: entityFromEvidence(evidence),
    roles: evidence.roles ?? [],
    verdict: verdicts[evidence.verdict],
    remediation: evidence.remediationStatus,
    createdAt: utcOrNull(evidence.createdDateTime),
  };
}

export function alertFromGraph(alert: GraphAlert): Alert {
  const createdAt = utc(alert.createdDateTime ?? alert.lastUpdateDateTime ?? '');
  const product = products[alert.serviceSource];
  const link = linkFromGraph(alert);
  const investigated = (alert.investigationState ?? 'unknown') !== 'unknown';
  return {
    id: alert.id,
    title: alert.title ?? alert.id,
    description: alert.description || null,
    severity: severityFromGraph(alert.severity),
    status: statuses[alert.status],
    product,
    productName: alert.productName || '',
    detectionSource: alert.detectionSource ?? null,
    systems: ['defender'],
    webUrl: alert.alertWebUrl || null,
    tactics: inKillChainOrder(alert.categories?.length ? alert.categories : alert.category ? [alert.category] : []),
    techniques: alert.mitreTechniques ?? [],
    assignee: alert.assignedTo || null,
    evidence: (alert.evidence ?? []).map(evidenceFromGraph),
    recommendedActions: alert.recommendedActions || null,
    firstActivityAt: utcOrNull(alert.firstActivityDateTime) ?? createdAt,
    lastActivityAt: utcOrNull(alert.lastActivityDateTime) ?? createdAt,
    createdAt,
    incidentKey: alert.incidentId || null,
    ...(investigated ? { investigation: alert.investigationState ?? 'unknown' } : {}),
    ...(link === null ? {} : { link }),
  };
}
