/** Who and what the incident is about, grouped by kind. */
import { useMemo } from 'react';
import { type EntityGroup, entityGroups } from '@/components/features/incident-page/entities/entity-groups';
import { EntityRow, entityColumns } from '@/components/features/incident-page/entities/entity-row';
import { listHeadPx } from '@/components/features/incident-page/find-bar';
import { ListHead } from '@/components/features/incident-page/list-head';
import { ListTab, type ListTabProps } from '@/components/features/incident-page/list-tab';
import { NoEntities } from '@/components/features/incident-page/nothing-here';
import { RowList } from '@/components/features/incident-page/row-list';
import { entityWords } from '@/components/vocabulary/entity-words';
import type { Alert } from '@/lib/domain/alert/alert';
import { alertWindow } from '@/lib/domain/alert/alert-window';
import type { IncidentEntity } from '@/lib/domain/entity/entity';

type Row = { kind: 'heading'; group: EntityGroup } | { kind: 'entity'; entity: IncidentEntity };

const keyOf = (row: Row) => (row.kind === 'heading' ? `heading ${row.group.kind}` : row.entity.id);

const columnNames = ['Entity', 'Verdict', 'Remediation', 'Roles', 'Seen in'];

function Heading({ group }: { group: EntityGroup }) {
  return (
    <h3 className="flex h-8 items-center gap-1.5 border-b bg-panel px-4 font-medium">
      {entityWords[group.kind].many} <span className="font-normal text-faint">{group.entities.length}</span>
    </h3>
  );
}

export function EntitiesTab({ detail, search, setSearch, handle }: ListTabProps) {
  const { incident, alerts, entities } = detail;
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
    <ListTab
      {...{ detail, search, setSearch }}
      part="entities"
      shown={rows.length - groups.length}
      none={<NoEntities detail={detail} />}
    >
      <ListHead columns={`${entityColumns} max-md:hidden`} names={columnNames} />
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
    </ListTab>
  );
}
