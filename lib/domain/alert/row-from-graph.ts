/** A Graph alert as a row of the alert queue. */

import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertFromGraph } from '@/lib/domain/alert/from-graph';
import { entityFromEvidence } from '@/lib/domain/entity/from-graph-evidence';
import { verdictFromGraph } from '@/lib/domain/incident/verdict';
import { utcOrNull } from '@/lib/domain/text/utc';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';

/** A row names this many users and as many devices; the opened alert has them all. */
const mostNames = 6;

const isImpacted = (evidence: GraphEvidence) =>
  evidence.roles?.some((role) => role === 'compromised' || role === 'attacked') === true;

/** Labels of one kind, those that the alert is about first, each once. */
function names(evidence: readonly GraphEvidence[], type: 'userEvidence' | 'deviceEvidence'): string[] {
  const own = evidence.filter((one) => one['@odata.type'] === `#microsoft.graph.security.${type}`);
  const impactedFirst = [...own.filter(isImpacted), ...own.filter((one) => !isImpacted(one))];
  return [...new Set(impactedFirst.map((one) => entityFromEvidence(one).label))].slice(0, mostNames);
}

export function rowFromGraph(wire: GraphAlert): AlertRow {
  const evidence = wire.evidence ?? [];
  // The row has no use for evidence beyond its names, and a hundred thousand of them are read.
  const alert = alertFromGraph({ ...wire, evidence: [] });
  return {
    id: alert.id,
    title: alert.title,
    severity: alert.severity,
    status: alert.status,
    product: alert.product,
    detectionSource: alert.detectionSource,
    system: 'defender',
    tactics: alert.tactics,
    techniques: alert.techniques,
    incidentKey: alert.incidentKey,
    assignee: alert.assignee,
    verdict: verdictFromGraph(wire.classification, wire.determination, null),
    users: names(evidence, 'userEvidence'),
    devices: names(evidence, 'deviceEvidence'),
    createdAt: alert.createdAt,
    firstActivityAt: alert.firstActivityAt,
    lastActivityAt: alert.lastActivityAt,
    updatedAt: utcOrNull(wire.lastUpdateDateTime) ?? alert.createdAt,
    sync: {},
  };
}
