/** Entities as analysts ask for them: a group per kind, the worst first, each once. */
import { type EntityKind, entityKinds, type IncidentEntity } from '@/lib/domain/entity/entity';

export type EntityGroup = { kind: EntityKind; entities: IncidentEntity[] };

const gravity = { malicious: 0, suspicious: 1, unknown: 2, noThreatsFound: 3 } as const;

function matches(entity: IncidentEntity, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [entity.label, ...entity.facts.map((fact) => fact.value), ...entity.roles].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Groups in the order of `entityKinds`; inside, the worst verdict first, then those in most alerts, then by name. */
export function entityGroups(entities: readonly IncidentEntity[], find = ''): EntityGroup[] {
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean);
  return entityKinds
    .map((kind) => ({
      kind,
      entities: entities
        .filter((entity) => entity.kind === kind && matches(entity, words))
        .sort(
          (left, right) =>
            gravity[left.verdict] - gravity[right.verdict] ||
            right.alertIds.length - left.alertIds.length ||
            left.label.localeCompare(right.label),
        ),
    }))
    .filter((group) => group.entities.length > 0);
}
