/**
 * Alerts of Defender's products while Defender's own connector is off: the products' connectors bring them to
 * `SecurityAlert`, without an incident unless a rule of the workspace makes one.
 * https://learn.microsoft.com/azure/sentinel/create-incidents-from-alerts
 */
import { placeInWorkspace } from '@/mocks/cloud/connectors/workspace-incident';
import { carriedConnectors } from '@/mocks/store/connections/connector-kinds';
import { securityAlertRow } from '@/mocks/store/faces/alert-rows';
import { sentinelSeverities } from '@/mocks/store/faces/sentinel-severity';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { AlertRuleBody, AlertRuleRecord } from '@/mocks/store/records/alert-rule-record';
import type { Store } from '@/mocks/store/store';

/** A filter that is not there takes everything; names are looked for anywhere in the title. */
function takes(body: AlertRuleBody, { graph }: AlertRecord): boolean {
  if (body.kind !== 'MicrosoftSecurityIncidentCreation' || !body.properties.enabled) return false;
  const { productFilter, severitiesFilter, displayNamesFilter, displayNamesExcludeFilter } = body.properties;
  const product = Object.values(carriedConnectors).find(({ serviceSource }) => serviceSource === graph.serviceSource);
  const title = (graph.title ?? '').toLowerCase();
  const named = (names: readonly string[] | null | undefined): boolean =>
    (names ?? []).some((name) => title.includes(name.toLowerCase()));
  const severity = sentinelSeverities[graph.severity];
  return (
    product?.productFilter === productFilter &&
    (!severitiesFilter?.length || severitiesFilter.includes(severity)) &&
    (!displayNamesFilter?.length || named(displayNamesFilter)) &&
    !named(displayNamesExcludeFilter)
  );
}

export function bringLoneAlert(store: Store, logs: LogWriter, alert: AlertRecord): void {
  if (!alert.inGraph || !store.connections.alertComesAlone(alert.graph)) return;
  const makers: AlertRuleRecord[] = [...store.rules.alertRules.all()].filter(({ body }) => takes(body, alert));
  // An incident brings its alerts into the logs itself.
  for (const { name } of makers) placeInWorkspace(store, alert, { rule: name, grouping: null });
  if (makers.length > 0) return;
  const { table, rows } = securityAlertRow(alert, store.clock.iso());
  logs.write(table, rows);
}
