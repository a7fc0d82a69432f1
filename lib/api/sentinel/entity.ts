/** The entities of a Sentinel incident. */
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import { type SentinelEntityList, sentinelEntityList } from '@/lib/wire/sentinel/entity';

/** https://learn.microsoft.com/rest/api/securityinsights/incidents/list-entities */
export type SentinelEntities = {
  /**
   * All entities of an incident with a count by kind. Counts against 100 reads in 5 minutes.
   * https://learn.microsoft.com/rest/api/securityinsights/incidents/list-entities
   */
  list(incidentName: string, signal?: AbortSignal): Promise<SentinelEntityList>;
};

/** Incidents by name, which is a GUID. A POST that only reads, so it is repeated like a GET. */
export function sentinelEntities(call: Call, workspace: WorkspaceAddress): SentinelEntities {
  return {
    list(incidentName, signal) {
      const path = `${incidentsPath(workspace, incidentName)}/entities`;
      const query = { 'api-version': securityInsightsApiVersion };
      return call({ method: 'POST', path, query, signal, reply: sentinelEntityList });
    },
  };
}
