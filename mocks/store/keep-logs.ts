/** Writes a row for everything that happens to incidents and alerts: KQL and REST are two views of one store. */
import type { LogBatch } from '@/mocks/company/log-row';
import { huntingAlertRows, securityAlertRow } from '@/mocks/store/faces/alert-rows';
import { securityIncidentRow } from '@/mocks/store/faces/incident-row';
import { ruleAudit } from '@/mocks/store/faces/rule-audit';
import { huntingBookmarkRow } from '@/mocks/store/faces/sentinel-log-rows';
import { indicatorRows } from '@/mocks/store/faces/threat-intelligence-rows';
import { removedWatchlistRows, watchlistRows } from '@/mocks/store/faces/watchlist-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

export function keepLogs(store: Store, logs: LogWriter): () => void {
  const write = (batches: readonly LogBatch[]): void => {
    for (const { table, rows } of batches) logs.write(table, rows);
  };
  /** Alerts that the workspace has a row of. */
  const inWorkspace = new Set<string>();
  const logInWorkspace = (alerts: readonly AlertRecord[], at: string): void => {
    for (const alert of alerts) {
      if (inWorkspace.has(alert.id)) continue;
      inWorkspace.add(alert.id);
      write([securityAlertRow(alert, at)]);
    }
  };
  /** What changed about alerts of Defender while nothing travelled: the workspace hears of it afterwards. */
  const waiting = new Set<AlertRecord>();
  const alertChanged = (alert: AlertRecord): void => {
    const { connections } = store;
    if (!inWorkspace.has(alert.id)) return;
    if (!connections.alertFlows(alert.graph) && !connections.alertComesAlone(alert.graph)) return;
    if (connections.sync().paused && alert.graph.serviceSource !== 'microsoftSentinel') waiting.add(alert);
    else write([securityAlertRow(alert, store.clock.iso())]);
  };
  for (const incident of store.sentinelIncidents.all()) {
    for (const id of incident.alertIds) inWorkspace.add(id);
  }

  return store.listen((event) => {
    switch (event.kind) {
      case 'alertAdded':
        if (event.alert.inGraph) write(huntingAlertRows(event.alert));
        // Sentinel's own alerts are made in the workspace; those of Defender arrive with their incident.
        if (event.alert.graph.serviceSource === 'microsoftSentinel') logInWorkspace([event.alert], store.clock.iso());
        break;
      case 'alertChanged':
        alertChanged(event.alert);
        break;
      case 'syncChanged':
        if (event.after.paused) break;
        for (const alert of waiting) alertChanged(alert);
        waiting.clear();
        break;
      case 'sentinelIncidentAdded':
      case 'sentinelIncidentChanged': {
        const alerts = store.alerts.pick(event.incident.alertIds);
        logInWorkspace(alerts, store.clock.iso());
        write([securityIncidentRow(event.incident, alerts)]);
        break;
      }
      case 'watchlistPut':
        write([watchlistRows(event.watchlist, event.before, store.clock.iso())]);
        break;
      case 'watchlistRemoved':
        write([removedWatchlistRows(event.watchlist, store.clock.iso())]);
        break;
      case 'bookmarkChanged': {
        const record = event.after ?? event.before;
        if (record) write([huntingBookmarkRow(record, store.clock.iso(), event.after === undefined)]);
        break;
      }
      case 'indicatorChanged': {
        const record = event.after ?? event.before;
        if (record) write(indicatorRows(record, store.clock.iso(), event.after === undefined));
        break;
      }
      case 'alertRulePut':
      case 'alertRuleRemoved':
      case 'automationRuleChanged':
        write([ruleAudit(event, store.clock.iso())]);
        break;
      default:
        break;
    }
  });
}
