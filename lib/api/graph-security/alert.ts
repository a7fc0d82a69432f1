/** Defender XDR alerts: /security/alerts_v2. */
import { byTime, lastReachableSkip, type Run } from '@/lib/api/graph-security/by-time';
import { addGraphComment } from '@/lib/api/graph-security/comment';
import type { Call } from '@/lib/api/transport/call';
import { odataDateTime, segment } from '@/lib/api/transport/url-parts';
import { type GraphAlert, type GraphAlertUpdate, graphAlert, graphAlertList } from '@/lib/wire/graph-security/alert';
import type { GraphComment } from '@/lib/wire/graph-security/comment';

export type ListAlerts = {
  /** Only what changed at this time or later (`lastUpdateDateTime`, ISO 8601 UTC). */
  since?: string;
  signal?: AbortSignal;
};

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

export function graphAlerts(call: Call): GraphAlerts {
  const path = (id: string) => `/v1.0/security/alerts_v2/${segment(id)}`;

  /** One batch; more than one only while every alert in it changed at the very instant the run begins with. */
  async function* batchFrom(since: string | undefined, signal: AbortSignal | undefined): Run<GraphAlert> {
    const request = { method: 'GET', path: '/v1.0/security/alerts_v2', signal, reply: graphAlertList } as const;
    for (let skip = 0; skip <= lastReachableSkip; ) {
      const { value } = await call({
        ...request,
        query: {
          $top: batchSize,
          $skip: skip === 0 ? undefined : skip,
          $orderby: 'lastUpdateDateTime asc',
          $filter: since === undefined ? undefined : `lastUpdateDateTime ge ${odataDateTime(since)}`,
        },
      });
      if (value.length === 0) return false;
      yield value;
      if (value.at(-1)?.lastUpdateDateTime !== since) return true;
      skip += value.length;
    }
    return true;
  }

  return {
    list: ({ since, signal } = {}) => byTime(since, (from) => batchFrom(from, signal)),
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply: graphAlert }),
    update: (id, changes, signal) =>
      call({ method: 'PATCH', path: path(id), body: changes, signal, reply: graphAlert }),
    addComment: (id, text, signal) => addGraphComment(call, path(id), text, signal),
  };
}
