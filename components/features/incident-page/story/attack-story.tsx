/** The story tab: the window, who saw what when, the alerts in order with their silences, and what they are about. */
import { useMemo } from 'react';
import { useAlertLinks } from '@/components/features/incident-page/alerts/use-alert-links';
import type { ListTabProps } from '@/components/features/incident-page/list-tab';
import { NoAlerts } from '@/components/features/incident-page/nothing-here';
import { DetailFailures } from '@/components/features/incident-page/part-failures';
import { RowList } from '@/components/features/incident-page/row-list';
import { LaneChart } from '@/components/features/incident-page/story/lane-chart';
import { StoryAside } from '@/components/features/incident-page/story/story-aside';
import { StoryDay, StoryGap } from '@/components/features/incident-page/story/story-pause';
import { StoryRow } from '@/components/features/incident-page/story/story-row';
import { type TimelineRow, timelineRows } from '@/components/features/incident-page/story/timeline';
import { WindowLine } from '@/components/features/incident-page/story/window-line';
import { alertWindow } from '@/lib/domain/alert/alert-window';

const heights = { day: 40, gap: 32, alert: 96 } as const satisfies Record<TimelineRow['kind'], number>;

export function AttackStory({ detail, search, setSearch, handle }: ListTabProps) {
  const { incident, alerts, entities } = detail;
  const rows = useMemo(() => timelineRows(alerts), [alerts]);
  const window = useMemo(() => alertWindow(incident, alerts), [incident, alerts]);
  const marked = useMemo(
    () => new Set(entities.find((entity) => entity.id === search.entity)?.alertIds),
    [entities, search.entity],
  );
  const links = useAlertLinks(alerts, setSearch);
  const toggle = (id: string) => void setSearch({ alert: search.alert === id ? null : id });
  return (
    <>
      <h2 className="sr-only">Attack story</h2>
      <DetailFailures detail={detail} part="alerts" />
      {window === null ? null : <WindowLine window={window} entities={entities} />}
      {alerts.length === 0 ? (
        <NoAlerts detail={detail} />
      ) : (
        <>
          {window === null ? null : (
            <LaneChart
              alerts={alerts}
              window={window}
              marked={marked}
              onOpen={(alert) => void setSearch({ alert: alert.id })}
            />
          )}
          <div className="border-t lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
            <RowList
              label="Alerts in the order in which things happened"
              rows={rows}
              keyOf={(row) => row.key}
              holdsCursor={(row) => row.kind === 'alert'}
              estimatePx={(row) => heights[row.kind]}
              initial={search.alert}
              handle={handle}
            >
              {(row, cursor) => {
                if (row.kind === 'day') return <StoryDay day={row.day} />;
                if (row.kind === 'gap') return <StoryGap fromAt={row.fromAt} toAt={row.toAt} gapMs={row.gapMs} />;
                const { alert } = row;
                return (
                  <StoryRow
                    alert={alert}
                    incident={incident}
                    links={links}
                    cursor={cursor}
                    open={search.alert === alert.id}
                    marked={marked.has(alert.id)}
                    window={window}
                    onToggle={() => toggle(alert.id)}
                  />
                );
              }}
            </RowList>
            <div className="px-4 py-3 max-lg:border-t lg:border-l">
              <StoryAside
                alerts={alerts}
                entities={entities}
                chosen={search.entity}
                onChoose={(entity) => void setSearch({ entity })}
              />
            </div>
          </div>
        </>
      )}
    </>
  );
}
