/** All alerts of the incident as a list that can be searched and sorted. */
import { useMemo } from 'react';
import { AlertRow, alertColumns } from '@/components/features/incident-page/alerts/alert-row';
import { SentinelLimit } from '@/components/features/incident-page/alerts/sentinel-limit';
import { shownAlerts } from '@/components/features/incident-page/alerts/shown-alerts';
import { useAlertLinks } from '@/components/features/incident-page/alerts/use-alert-links';
import { FindBar, listHeadPx } from '@/components/features/incident-page/find-bar';
import { BlockedActs } from '@/components/features/incident-page/header/blocked-acts';
import type { IncidentSearch, SetIncidentSearch } from '@/components/features/incident-page/incident-search';
import { NoAlerts, NothingFound } from '@/components/features/incident-page/nothing-here';
import { PartFailures } from '@/components/features/incident-page/part-failures';
import { RowList, type RowListHandle } from '@/components/features/incident-page/row-list';
import { Segmented } from '@/components/ui/segmented';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { alertWindow } from '@/lib/domain/alert/alert-window';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';

const sortOptions = [
  { value: 'time', label: 'By time' },
  { value: 'severity', label: 'By severity' },
] as const;

function ColumnNames() {
  const names = ['Severity', 'Alert', 'Product', 'Detected by', 'Status', 'Techniques'];
  return (
    <div
      aria-hidden
      className={`${alertColumns} sticky top-[45px] z-10 h-7 border-b bg-canvas px-4 text-muted text-small max-lg:hidden`}
    >
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
      <span className="max-xl:hidden">Shares</span>
      <span className="text-right">First activity</span>
    </div>
  );
}

export function AlertsTab({
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
  const { incident, alerts, failures } = detail;
  const shown = useMemo(() => shownAlerts(alerts, search.find, search.sort), [alerts, search.find, search.sort]);
  const window = useMemo(() => alertWindow(incident, alerts), [incident, alerts]);
  const links = useAlertLinks(alerts, setSearch);
  return (
    <>
      <h2 className="sr-only">Alerts</h2>
      <PartFailures
        failures={failures}
        part="alerts"
        inBoth={incident.defender !== null && incident.sentinel !== null}
      />
      <FindBar
        label="Find in alerts"
        find={search.find}
        onFind={(find) => void setSearch({ find: find === '' ? null : find })}
        shown={shown.length}
        all={alerts.length}
      >
        <Segmented
          label="Order of the alerts"
          value={search.sort}
          onChange={(sort) => void setSearch({ sort })}
          options={sortOptions}
        />
      </FindBar>
      <SentinelLimit incident={incident} listed={alerts.length} />
      <BlockedActs names={['Add alerts', 'Remove alerts']} capability={incidentCan.moveAlerts(incident)}>
        {incident.redirectedTo === null && incident.sentinel !== null ? (
          <PortalLink url={incident.sentinel.webUrl}>Open in Sentinel</PortalLink>
        ) : null}
      </BlockedActs>
      {alerts.length === 0 ? <NoAlerts detail={detail} /> : null}
      {shown.length === 0 && alerts.length > 0 ? (
        <NothingFound find={search.find} all={alerts.length} onShowAll={() => void setSearch({ find: null })} />
      ) : null}
      {shown.length === 0 ? null : (
        <>
          <ColumnNames />
          <RowList
            label="Alerts"
            rows={shown}
            keyOf={(alert) => alert.id}
            holdsCursor={() => true}
            estimatePx={() => 33}
            clearPx={listHeadPx}
            initial={search.alert}
            handle={handle}
          >
            {(alert, cursor) => (
              <AlertRow
                alert={alert}
                incident={incident}
                links={links}
                cursor={cursor}
                open={search.alert === alert.id}
                window={window}
                onToggle={() => void setSearch({ alert: search.alert === alert.id ? null : alert.id })}
              />
            )}
          </RowList>
        </>
      )}
    </>
  );
}
