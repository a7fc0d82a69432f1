/** Microsoft Sentinel incidents, over Azure Resource Manager. */
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { odataDateTime } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelIncident,
  type SentinelIncidentRequest,
  sentinelIncident,
  sentinelIncidentList,
} from '@/lib/wire/sentinel/incident';

/** How far back to list; without `since` and `filter` every incident there is. */
export type ListSentinelIncidents = {
  /** Only what changed at this time or later (`lastModifiedTimeUtc`, ISO 8601 UTC). */
  since?: string;
  /** A further OData filter; literals from outside through `odataString`. */
  filter?: string;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/rest/api/securityinsights/incidents */
export type SentinelIncidents = {
  /**
   * Pages of incidents, those changed longest ago first. The service lists at most 1,000 in one go.
   * https://learn.microsoft.com/rest/api/securityinsights/incidents/list
   */
  list(options?: ListSentinelIncidents): AsyncGenerator<SentinelIncident[]>;
  /** By name, a GUID. */
  get(name: string, signal?: AbortSignal): Promise<SentinelIncident>;
  /**
   * Replaces everything that can be written: start from what `get` answered, with its `etag`. A stale etag is refused
   * with an ApiError of status 409.
   * https://learn.microsoft.com/rest/api/securityinsights/incidents/create-or-update
   */
  put(name: string, body: SentinelIncidentRequest, signal?: AbortSignal): Promise<SentinelIncident>;
};

/** Where the service stops listing. https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const longestList = 1000;
const version = { 'api-version': securityInsightsApiVersion };

/** Incidents by name, which is a GUID; the number that people see is no address. */
export function sentinelIncidents(call: Call, workspace: WorkspaceAddress): SentinelIncidents {
  async function* listFrom(since: string | undefined, filter: string | undefined, signal: AbortSignal | undefined) {
    const conditions = [
      ...(since === undefined ? [] : [`properties/lastModifiedTimeUtc ge ${odataDateTime(since)}`]),
      ...(filter === undefined ? [] : [filter]),
    ];
    const query = {
      ...version,
      $orderby: 'properties/lastModifiedTimeUtc asc',
      $filter: conditions.length === 0 ? undefined : conditions.join(' and '),
    };
    const first = {
      method: 'GET',
      path: incidentsPath(workspace),
      query,
      signal,
      reply: sentinelIncidentList,
    } as const;
    for await (const page of pages(call, first)) yield page.value;
  }

  return {
    async *list({ since, filter, signal } = {}) {
      const seen = new Set<string>();
      for (let from = since; ; ) {
        let listed = 0;
        let newest = from;
        for await (const page of listFrom(from, filter, signal)) {
          listed += page.length;
          newest = page.at(-1)?.properties.lastModifiedTimeUtc ?? newest;
          const unseen = page.filter((incident) => !seen.has(versionOf(incident)));
          for (const incident of unseen) seen.add(versionOf(incident));
          if (unseen.length > 0) yield unseen;
        }
        if (listed < longestList || newest === from) return;
        from = newest;
      }
    },
    get: (name, signal) =>
      call({ method: 'GET', path: incidentsPath(workspace, name), query: version, signal, reply: sentinelIncident }),
    put: (name, body, signal) =>
      call({
        method: 'PUT',
        path: incidentsPath(workspace, name),
        query: version,
        body,
        signal,
        reply: sentinelIncident,
      }),
  };
}

function versionOf({ name, properties }: SentinelIncident): string {
  return `${name} ${properties.lastModifiedTimeUtc}`;
}
