/** The entities of an incident, each once, with where it was seen and the worst that was said about it. */
import type { Alert, Evidence } from '@/lib/domain/alert/alert';
import { type Entity, entityKinds, type IncidentEntity } from '@/lib/domain/entity/entity';

const gravity = { malicious: 3, suspicious: 2, unknown: 1, noThreatsFound: 0 } satisfies Record<
  Evidence['verdict'],
  number
>;

/** Facts of both, the first's words winning where both name the same property. */
function mergeFacts(left: Entity['facts'], right: Entity['facts']): Entity['facts'] {
  const known = new Set(left.map((fact) => fact.name));
  return [...left, ...right.filter((fact) => !known.has(fact.name))];
}

function withEvidence(known: IncidentEntity | undefined, evidence: Evidence, alertId: string): IncidentEntity {
  const { entity, roles, verdict, remediation } = evidence;
  if (known === undefined) return { ...entity, alertIds: [alertId], roles, verdict, remediation };
  const worse = gravity[verdict] > gravity[known.verdict];
  return {
    ...known,
    facts: mergeFacts(known.facts, entity.facts),
    alertIds: [...new Set([...known.alertIds, alertId])],
    roles: [...new Set([...known.roles, ...roles])],
    verdict: worse ? verdict : known.verdict,
    // What was done about it matters more than that elsewhere nothing was.
    remediation: known.remediation === null || known.remediation === 'none' ? remediation : known.remediation,
  };
}

/** Ordered by kind as analysts read them, then by how bad, then by name. */
export function mergeEntities(alerts: readonly Alert[], sentinel: readonly Entity[]): IncidentEntity[] {
  const byId = new Map<string, IncidentEntity>();
  for (const alert of alerts) {
    for (const evidence of alert.evidence) {
      byId.set(evidence.entity.id, withEvidence(byId.get(evidence.entity.id), evidence, alert.id));
    }
  }
  for (const entity of sentinel) {
    const known = byId.get(entity.id);
    byId.set(
      entity.id,
      known === undefined
        ? { ...entity, alertIds: [], roles: [], verdict: 'unknown', remediation: null }
        : { ...known, facts: mergeFacts(known.facts, entity.facts) },
    );
  }
  return [...byId.values()].sort(
    (left, right) =>
      entityKinds.indexOf(left.kind) - entityKinds.indexOf(right.kind) ||
      gravity[right.verdict] - gravity[left.verdict] ||
      left.label.localeCompare(right.label),
  );
}
