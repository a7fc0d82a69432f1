/** The entities of an incident, each once, with where it was seen and the worst that was said about it. */
import type { Alert, Evidence } from '@/lib/domain/alert/alert';
import { type Entity, entityKinds, type IncidentEntity } from '@/lib/domain/entity/entity';

const gravity = { malicious: 3, suspicious: 2, unknown: 1, noThreatsFound: 0 } satisfies Record<
  Evidence['verdict'],
  number
>;

/** What is known of an entity so far: an address of a busy incident is in the evidence of hundreds of alerts. */
type Gathered = {
  entity: Entity;
  facts: Entity['facts'];
  factNames: Set<string>;
  alertIds: Set<string>;
  roles: Set<string>;
  verdict: Evidence['verdict'];
  remediation: IncidentEntity['remediation'];
};

function begin(entity: Entity): Gathered {
  return {
    entity,
    facts: [...entity.facts],
    factNames: new Set(entity.facts.map(({ name }) => name)),
    alertIds: new Set(),
    roles: new Set(),
    verdict: 'unknown',
    remediation: null,
  };
}

/** Where both name the same property, the words that came first stay. */
function addFacts(known: Gathered, facts: Entity['facts']): void {
  const unknown = facts.filter(({ name }) => !known.factNames.has(name));
  for (const fact of unknown) {
    known.facts.push(fact);
    known.factNames.add(fact.name);
  }
}

function addEvidence(known: Gathered, { verdict, remediation, roles }: Evidence, alertId: string): void {
  // The first word counts even when it is milder than "unknown".
  if (known.alertIds.size === 0 || gravity[verdict] > gravity[known.verdict]) known.verdict = verdict;
  // What was done about it matters more than that elsewhere nothing was.
  if (known.remediation === null || known.remediation === 'none') known.remediation = remediation;
  known.alertIds.add(alertId);
  for (const role of roles) known.roles.add(role);
}

/** Ordered by kind as analysts read them, then by how bad, then by name. */
export function mergeEntities(alerts: readonly Alert[], sentinel: readonly Entity[]): IncidentEntity[] {
  const byId = new Map<string, Gathered>();
  const gather = (entity: Entity): Gathered => {
    const known = byId.get(entity.id);
    if (known !== undefined) {
      addFacts(known, entity.facts);
      return known;
    }
    const begun = begin(entity);
    byId.set(entity.id, begun);
    return begun;
  };
  for (const alert of alerts) {
    for (const evidence of alert.evidence) addEvidence(gather(evidence.entity), evidence, alert.id);
  }
  for (const entity of sentinel) gather(entity);
  const merged = [...byId.values()].map(
    ({ entity, facts, alertIds, roles, verdict, remediation }): IncidentEntity => ({
      ...entity,
      facts,
      alertIds: [...alertIds],
      roles: [...roles],
      verdict,
      remediation,
    }),
  );
  return merged.sort(
    (left, right) =>
      entityKinds.indexOf(left.kind) - entityKinds.indexOf(right.kind) ||
      gravity[right.verdict] - gravity[left.verdict] ||
      left.label.localeCompare(right.label),
  );
}
