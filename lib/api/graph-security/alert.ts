/** Defender XDR alerts: /security/alerts_v2. */
import { type Boundary, lastReachableSkip, type Run, type TimeField } from '@/lib/api/graph-security/by-time';
import { addGraphComment } from '@/lib/api/graph-security/comment';
import { wholeList } from '@/lib/api/graph-security/whole-list';
import type { ApiError } from '@/lib/api/transport/api-error';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { type GraphAlert, type GraphAlertUpdate, graphAlert, graphAlertList } from '@/lib/wire/graph-security/alert';
import type { GraphComment } from '@/lib/wire/graph-security/comment';

/** How far back to list; without `since` every alert there is. */
export type ListAlerts = {
  /** Only what changed at this time or later (`lastUpdateDateTime`, ISO 8601 UTC). */
  since?: string;
  signal?: AbortSignal;
  /** Told about alerts that the service shows to nobody, see `wholeList`; without it they are an error. */
  onUnreachable?: (error: ApiError) => void;
};

/** What a list of alerts can be filtered by besides times. */
const splits = [
  { field: 'severity', values: ['unknown', 'informational', 'low', 'medium', 'high'] },
  { field: 'status', values: ['unknown', 'new', 'inProgress', 'resolved'] },
];

/** https://learn.microsoft.com/graph/api/resources/security-alert */
export type GraphAlerts = {
  /**
   * Batches of alerts with their evidence, those changed longest ago first. This list has no next link, so each batch
   * starts at the newest change of the one before; the last request of a listing always finds nothing new.
   * https://learn.microsoft.com/graph/api/security-list-alerts_v2
   */
  list(options?: ListAlerts): AsyncGenerator<GraphAlert[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphAlert>;
  /** https://learn.microsoft.com/graph/api/security-alert-update */
  update(id: string, changes: GraphAlertUpdate, signal?: AbortSignal): Promise<GraphAlert>;
  /** Answers every comment of the alert, the new one included. */
  addComment(id: string, text: string, signal?: AbortSignal): Promise<GraphComment[]>;
};

const batchSize = 100;

/** v1.0. Reading needs `SecurityAlert.Read.All`, the rest `SecurityAlert.ReadWrite.All`. */
export function graphAlerts(call: Call): GraphAlerts {
  const path = (id: string) => `/v1.0/security/alerts_v2/${segment(id)}`;

  /** One batch; more than one only while every alert in it carries the very time that the run begins with. */
  async function* batchFrom(
    filters: readonly string[],
    field: TimeField,
    boundary: Boundary | undefined,
    signal: AbortSignal | undefined,
  ): Run<GraphAlert> {
    const request = { method: 'GET', path: '/v1.0/security/alerts_v2', signal, reply: graphAlertList } as const;
    let begin = boundary?.after === false ? boundary.at : undefined;
    for (let skip = 0; skip <= lastReachableSkip; ) {
      const { value } = await call({
        ...request,
        query: {
          $top: batchSize,
          $skip: skip === 0 ? undefined : skip,
          $orderby: `${field} asc`,
          $filter: filters.length === 0 ? undefined : filters.join(' and '),
        },
      });
      if (value.length === 0) return false;
      yield value;
      begin ??= value[0]?.[field] ?? undefined;
      if ((value.at(-1)?.[field] ?? undefined) !== begin) return true;
      skip += value.length;
    }
    return true;
  }

  return {
    list: ({ since, signal, onUnreachable } = {}) =>
      wholeList({
        since,
        splits,
        onUnreachable,
        run: (filters, field, boundary) => batchFrom(filters, field, boundary, signal),
      }),
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply: graphAlert }),
    update: (id, changes, signal) =>
      call({ method: 'PATCH', path: path(id), body: changes, signal, reply: graphAlert }),
    addComment: (id, text, signal) => addGraphComment(call, path(id), text, signal),
  };
}
