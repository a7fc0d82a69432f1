/** Beside the story: how far the attack got, and who and what it is about. Choosing an entity marks its alerts. */

import { entityGroups } from '@/components/features/incident-page/entities/entity-groups';
import { EntityChip } from '@/components/vocabulary/entity-chip';
import { entityWords } from '@/components/vocabulary/entity-words';
import { tacticWord } from '@/components/vocabulary/tactic-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';
import type { IncidentEntity } from '@/lib/domain/entity/entity';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';

/** More than this per kind is a matter for the entities tab. */
const mostPerKind = 6;

function KillChain({ alerts }: { alerts: readonly Alert[] }) {
  const tactics = inKillChainOrder(alerts.flatMap((alert) => alert.tactics));
  if (tactics.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-muted">Kill chain</h3>
      <ol className="border-l">
        {tactics.map((tactic) => {
          const count = alerts.filter((alert) => inKillChainOrder(alert.tactics).includes(tactic)).length;
          return (
            <li key={tactic} className="relative flex justify-between gap-2 py-0.5 pl-3">
              <span aria-hidden className="absolute top-2 -left-[3px] size-[5px] rounded-round bg-line-strong" />
              <UntrustedText text={tacticWord(tactic)} />
              <span className="text-faint">{count === 1 ? '1 alert' : `${count} alerts`}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function StoryAside({
  alerts,
  entities,
  chosen,
  onChoose,
}: {
  alerts: readonly Alert[];
  entities: readonly IncidentEntity[];
  chosen: string | null;
  onChoose: (entityId: string | null) => void;
}) {
  return (
    <div className="flex flex-col gap-6">
      <KillChain alerts={alerts} />
      {entityGroups(entities).map(({ kind, entities: group }) => (
        <section key={kind}>
          <h3 className="mb-1 text-muted">
            {entityWords[kind].many} <span className="text-faint">{group.length}</span>
          </h3>
          <ul className="flex flex-col gap-1">
            {group.slice(0, mostPerKind).map((entity) => (
              <li key={entity.id} className="flex items-center justify-between gap-2">
                <EntityChip
                  entity={entity}
                  pressed={entity.id === chosen}
                  onPress={() => onChoose(entity.id === chosen ? null : entity.id)}
                />
                {entity.alertIds.length === 0 ? null : (
                  <span className="shrink-0 text-faint text-small">
                    {entity.alertIds.length} of {alerts.length}
                    <span className="sr-only"> alerts</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {group.length > mostPerKind ? (
            <p className="mt-1 text-faint text-small">{group.length - mostPerKind} more under Entities</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}
