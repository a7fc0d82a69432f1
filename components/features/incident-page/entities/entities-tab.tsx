/** Who and what the incident is about, grouped by kind. */
import { useMemo } from 'react';
import { type EntityGroup, entityGroups } from '@/components/features/incident-page/entities/entity-groups';
import { EntityRow, entityColumns } from '@/components/features/incident-page/entities/entity-row';
import { FindBar, listHeadPx } from '@/components/features/incident-page/find-bar';
import type { IncidentSearch, SetIncidentSearch } from '@/components/features/incident-page/incident-search';
import { NoEntities, NothingFound } from '@/components/features/incident-page/nothing-here';
import { PartFailures } from '@/components/features/incident-page/part-failures';
import { RowList, type RowListHandle } from '@/components/features/incident-page/row-list';
import { entityWords } from '@/components/vocabulary/entity-words';
import type { Alert } from '@/lib/domain/alert/alert';
import { alertWindow } from '@/lib/domain/alert/alert-window';
import type { IncidentEntity } from '@/lib/domain/entity/entity';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';

type Row = { kind: 'heading'; group: EntityGroup } | { kind: 'entity'; entity: IncidentEntity };

const keyOf = (row: Row) => (row.kind === 'heading' ? `heading ${row.group.kind}` : row.entity.id);

function ColumnNames() {
  return (
    <div
      aria-hidden
      className={`${entityColumns} sticky top-[45px] z-10 h-7 border-b bg-canvas px-4 text-muted text-small max-md:hidden`}
    >
      {['Entity', 'Verdict', 'Remediation', 'Roles', 'Seen in'].map((name) => (
        <span key={name}>{name}</span>
      ))}
    </div>
  );
}

function Heading({ group }: { group: EntityGroup }) {
  return (
    <h3 className="flex h-8 items-center gap-1.5 border-b bg-panel px-4 font-medium">
      {entityWords[group.kind].many} <span className="font-normal text-faint">{group.entities.length}</span>
    </h3>
  );
}

export function EntitiesTab({
  detail,
  search,
  setSearch,
  handle,
}: {
  detail: IncidentDetail;
  search: IncidentSearch;
  setSearch: SetIncidentSearch;
  handle: { current: RowListHandle | null };
}) {
  const { incident, alerts, entities, failures } = detail;
  const groups = useMemo(() => entityGroups(entities, search.find), [entities, search.find]);
  const rows = useMemo(
    () =>
      groups.flatMap((group): Row[] => [
        { kind: 'heading', group },
        ...group.entities.map((entity): Row => ({ kind: 'entity', entity })),
      ]),
    [groups],
  );
  const byId = useMemo(() => new Map(alerts.map((alert) => [alert.id, alert])), [alerts]);
  const window = useMemo(() => alertWindow(incident, alerts), [incident, alerts]);
  const alertsOf = (entity: IncidentEntity) =>
    entity.alertIds.map((id) => byId.get(id)).filter((alert): alert is Alert => alert !== undefined);
  return (
    <>
      <h2 className="sr-only">Entities</h2>
      <PartFailures
        failures={failures}
        part="entities"
        inBoth={incident.defender !== null && incident.sentinel !== null}
      />
      <FindBar
        label="Find in entities"
        find={search.find}
        onFind={(find) => void setSearch({ find: find === '' ? null : find })}
        shown={rows.length - groups.length}
        all={entities.length}
      />
      {entities.length === 0 ? <NoEntities detail={detail} /> : null}
      {rows.length === 0 && entities.length > 0 ? (
        <NothingFound find={search.find} all={entities.length} onShowAll={() => void setSearch({ find: null })} />
      ) : null}
      {rows.length === 0 ? null : (
        <>
          <ColumnNames />
          <RowList
            label="Entities by kind"
            rows={rows}
            keyOf={keyOf}
            holdsCursor={(row) => row.kind === 'entity'}
            estimatePx={() => 33}
            clearPx={listHeadPx}
            initial={search.entity}
            handle={handle}
          >
            {(row, cursor) =>
              row.kind === 'heading' ? (
                <Heading group={row.group} />
              ) : (
                <EntityRow
                  entity={row.entity}
                  alerts={alertsOf(row.entity)}
                  cursor={cursor}
                  open={search.entity === row.entity.id}
                  window={window}
                  onToggle={() => void setSearch({ entity: search.entity === row.entity.id ? null : row.entity.id })}
                  onOpenAlert={(alert) => void setSearch({ tab: 'alerts', alert: alert.id, find: null })}
                />
              )
            }
          </RowList>
        </>
      )}
    </>
  );
}
