/** Everything Microsoft says about an entity, in its property names, behind a small disclosure. */
import { keyed } from '@/components/features/incident-page/keyed';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Entity } from '@/lib/domain/entity/entity';

export function FactTable({ facts }: { facts: Entity['facts'] }) {
  return (
    <dl className="mt-1 grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      {keyed(facts, (fact) => fact.name).map(({ key, value: { name, value } }) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="break-words text-muted">
            <UntrustedText text={name} />
          </dt>
          <dd className="min-w-0 break-words font-mono text-[12px] whitespace-pre-wrap">
            <UntrustedText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function EntityFacts({ entity }: { entity: Entity }) {
  if (entity.facts.length === 0) return null;
  return (
    <details className="mt-0.5">
      <summary className="min-h-6 w-max content-center rounded-small text-muted text-small hover:text-ink">
        {entity.facts.length === 1 ? '1 property' : `${entity.facts.length} properties`}
      </summary>
      <FactTable facts={entity.facts} />
    </details>
  );
}
