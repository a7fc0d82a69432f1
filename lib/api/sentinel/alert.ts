/** The alerts of a Sentinel incident. */
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { type SentinelAlert, sentinelAlertList } from '@/lib/wire/sentinel/alert';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/incidents/list-alerts */
export type SentinelAlerts = {
  /**
   * All alerts of an incident, 150 at most. Counts against 100 reads in 5 minutes.
   * https://learn.microsoft.com/rest/api/securityinsights/incidents/list-alerts
   */
  list(incidentName: string, signal?: AbortSignal): Promise<SentinelAlert[]>;
};

/** Incidents by name, which is a GUID. A POST that only reads, so it is repeated like a GET. */
export function sentinelAlerts(call: Call, workspace: WorkspaceAddress): SentinelAlerts {
  return {
    async list(incidentName, signal) {
      const path = `${incidentsPath(workspace, incidentName)}/alerts`;
      const query = { 'api-version': securityInsightsApiVersion };
      const { value } = await call({ method: 'POST', path, query, signal, reply: sentinelAlertList });
      return value;
    },
  };
}
