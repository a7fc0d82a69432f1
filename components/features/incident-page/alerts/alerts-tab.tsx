/** All alerts of the incident as a list that can be searched and sorted. */
import { useMemo } from 'react';
import { AlertRow, alertColumns } from '@/components/features/incident-page/alerts/alert-row';
import { SentinelLimit } from '@/components/features/incident-page/alerts/sentinel-limit';
import { shownAlerts } from '@/components/features/incident-page/alerts/shown-alerts';
import { useAlertLinks } from '@/components/features/incident-page/alerts/use-alert-links';
import { listHeadPx } from '@/components/features/incident-page/find-bar';
import { BlockedActs } from '@/components/features/incident-page/header/blocked-acts';
import { ListHead } from '@/components/features/incident-page/list-head';
import { ListTab, type ListTabProps } from '@/components/features/incident-page/list-tab';
import { NoAlerts } from '@/components/features/incident-page/nothing-here';
import { RowList } from '@/components/features/incident-page/row-list';
import { Segmented } from '@/components/ui/segmented';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { alertWindow } from '@/lib/domain/alert/alert-window';
import { incidentCan } from '@/lib/domain/incident/capabilities';

const sortOptions = [
  { value: 'time', label: 'By time' },
  { value: 'severity', label: 'By severity' },
] as const;
const columnNames = ['Severity', 'Alert', 'Product', 'Detected by', 'Status', 'Techniques'];

export function AlertsTab({ detail, search, setSearch, handle }: ListTabProps) {
  const { incident, alerts } = detail;
  const shown = useMemo(() => shownAlerts(alerts, search.find, search.sort), [alerts, search.find, search.sort]);
  const window = useMemo(() => alertWindow(incident, alerts), [incident, alerts]);
  const links = useAlertLinks(alerts, setSearch);
  return (
    <ListTab
      {...{ detail, search, setSearch }}
      part="alerts"
      shown={shown.length}
      none={<NoAlerts detail={detail} />}
      order={
        <Segmented
          label="Order of the alerts"
          value={search.sort}
          onChange={(sort) => void setSearch({ sort })}
          options={sortOptions}
        />
      }
      notes={
        <>
          <SentinelLimit incident={incident} listed={alerts.length} />
          <BlockedActs names={['Add alerts', 'Remove alerts']} capability={incidentCan.moveAlerts(incident)}>
            {incident.redirectedTo === null && incident.sentinel !== null ? (
              <PortalLink url={incident.sentinel.webUrl}>Open in Sentinel</PortalLink>
            ) : null}
          </BlockedActs>
        </>
      }
    >
      <ListHead columns={`${alertColumns} max-lg:hidden`} names={columnNames}>
        <span className="max-xl:hidden">Shares</span>
        <span className="text-right">First activity</span>
      </ListHead>
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
    </ListTab>
  );
}
