/**
 * Alerts that Defender does not show, asked of the workspace's own log: no list of Sentinel's API has them. See
 * docs/adr/0012 for why not by incident. The log names the incident of an alert only from the incident's side.
 */

/** Rows of one answer; a longer list is asked for in pieces, backwards in time. */
export const logPageRows = 5_000;

const columns = [
  'SystemAlertId',
  'VendorOriginalId',
  'AlertName',
  'DisplayName',
  'AlertSeverity',
  'Status',
  'ProductName',
  'ProductComponentName',
  'Tactics',
  'Techniques',
  'Entities',
  'StartTime',
  'EndTime',
  'FirstGenerated',
  'TimeGenerated',
  'IncidentName',
];
/** What only the opened alert needs. */
const detailColumns = ['Description', 'RemediationSteps', 'AlertLink', 'ExtendedProperties', 'VendorName'];

export type LogWindow = { from: string; before: string };

/** Times are ours (ISO 8601 UTC), never an analyst's text. */
function held(from: string): string {
  return `let Held = SecurityIncident
| where TimeGenerated >= datetime(${from})
| summarize arg_max(TimeGenerated, IncidentName, ProviderName, AlertIds) by IncidentNumber
| mv-expand AlertId = AlertIds to typeof(string)
| project AlertKey = tolower(AlertId), IncidentName, IncidentProvider = ProviderName;`;
}

/**
 * The newest state of every alert that changed in the window and stands in no incident of Defender's. An incident that
 * was not touched since `incidentsFrom` is not known here, and its alerts would stand alone.
 */
export function logAlertsQuery({ from, before }: LogWindow, incidentsFrom: string): string {
  return `${held(incidentsFrom)}
SecurityAlert
| where TimeGenerated >= datetime(${from}) and TimeGenerated < datetime(${before})
| summarize FirstGenerated = min(TimeGenerated), arg_max(TimeGenerated, *) by SystemAlertId
| extend AlertKey = tolower(SystemAlertId)
| join kind=leftouter Held on AlertKey
| where IncidentProvider != "Microsoft XDR"
| top ${logPageRows} by TimeGenerated desc
| project ${columns.join(', ')}`;
}

/** One alert whole. `id` is checked to be a GUID: it goes into a query text. */
export function logAlertQuery(id: string): string | null {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id)) return null;
  const own = [...columns, ...detailColumns].filter((name) => name !== 'IncidentName' && name !== 'FirstGenerated');
  return `SecurityAlert
| where TimeGenerated >= ago(90d) and SystemAlertId =~ "${id}"
| summarize FirstGenerated = min(TimeGenerated), arg_max(TimeGenerated, *) by SystemAlertId
| project ${[...own, 'FirstGenerated'].join(', ')}`;
}
