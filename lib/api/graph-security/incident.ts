/** Defender XDR incidents: /security/incidents. */

import { lastReachableSkip, type Run, type TimeField } from '@/lib/api/graph-security/by-time';
import { addGraphComment } from '@/lib/api/graph-security/comment';
import { wholeList } from '@/lib/api/graph-security/whole-list';
import type { ApiError } from '@/lib/api/transport/api-error';
import type { Call } from '@/lib/api/transport/call';
import { nextLinkOf, sameOrigin } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import {
  type GraphIncident,
  type GraphIncidentUpdate,
  graphIncident,
  graphIncidentList,
} from '@/lib/wire/graph-security/incident';

/** How far back to list; without `since` every incident there is. */
export type ListIncidents = {
  /** Only what changed at this time or later (`lastUpdateDateTime`, ISO 8601 UTC). */
  since?: string;
  signal?: AbortSignal;
  /** Told about incidents that the service shows to nobody, see `wholeList`; without it they are an error. */
  onUnreachable?: (error: ApiError) => void;
};

/** What a list of incidents can be filtered by besides times. */
const splits = [
  { field: 'severity', values: ['unknown', 'informational', 'low', 'medium', 'high'] },
  { field: 'status', values: ['active', 'inProgress', 'awaitingAction', 'resolved', 'redirected'] },
];

/** https://learn.microsoft.com/graph/api/resources/security-incident */
export type GraphIncidents = {
  /**
   * Pages of incidents without their alerts, those changed longest ago first. An incident that changes meanwhile may
   * come twice. Alerts are left out because `$expand=alerts` on a list fails on large tenants.
   * https://learn.microsoft.com/graph/api/security-list-incidents
   */
  list(options?: ListIncidents): AsyncGenerator<GraphIncident[]>;
  /** One incident with its alerts and their evidence. */
  get(id: string, signal?: AbortSignal): Promise<GraphIncident>;
  /** Answers the incident as it is afterwards. https://learn.microsoft.com/graph/api/security-incident-update */
  update(id: string, changes: GraphIncidentUpdate, signal?: AbortSignal): Promise<GraphIncident>;
  /** Answers every comment of the incident, the new one included. */
  addComment(id: string, text: string, signal?: AbortSignal): Promise<GraphComment[]>;
};

/** v1.0. Reading needs `SecurityIncident.Read.All`, the rest `SecurityIncident.ReadWrite.All`. */
export function graphIncidents(call: Call): GraphIncidents {
  const path = (id: string) => `/v1.0/security/incidents/${segment(id)}`;

  /** One run of linked pages, up to where the service would refuse its own link. */
  async function* linkedPages(
    filters: readonly string[],
    field: TimeField,
    signal: AbortSignal | undefined,
  ): Run<GraphIncident> {
    const query = {
      $orderby: `${field} asc`,
      $filter: filters.length === 0 ? undefined : filters.join(' and '),
    };
    const request = { method: 'GET', reply: graphIncidentList, signal } as const;
    let page = await call({ ...request, path: '/v1.0/security/incidents', query });
    for (;;) {
      yield page.value;
      const link = nextLinkOf(page);
      if (link === null) return false;
      const url = sameOrigin(call, link);
      if (Number(url.searchParams.get('$skip') ?? 0) > lastReachableSkip) return true;
      page = await call({ ...request, path: url });
    }
  }

  return {
    list: ({ since, signal, onUnreachable } = {}) =>
      wholeList({ since, splits, onUnreachable, run: (filters, field) => linkedPages(filters, field, signal) }),
    get: (id, signal) =>
      call({ method: 'GET', path: path(id), query: { $expand: 'alerts' }, signal, reply: graphIncident }),
    update: (id, changes, signal) =>
      call({ method: 'PATCH', path: path(id), body: changes, signal, reply: graphIncident }),
    addComment: (id, text, signal) => addGraphComment(call, path(id), text, signal),
  };
}
