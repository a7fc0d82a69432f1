/** Queries of the workspace: POST /v1/workspaces/{id}/query. */
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import { ApiError } from '@/lib/api/transport/api-error';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { type LogsErrorBody, logsError } from '@/lib/wire/log-analytics/error';
import { type LogsQueryReply, type LogsQueryRequest, logsQueryReply } from '@/lib/wire/log-analytics/query';

/** A query in KQL of the configured workspace. */
export type RunLogsQuery = {
  query: string;
  /** ISO 8601 duration or interval; narrows whatever the query says about time. */
  timespan?: string;
  signal?: AbortSignal;
};

/**
 * The three ways a query ends. `partial` has tables and the reason why they aren't whole (`PartialError`, which the
 * service sends with status 200). `failure` is a query that was refused (400): the innermost `innererror` knows the
 * place. Everything else that can go wrong is thrown as an ApiError.
 */
export type LogsQueryOutcome =
  | { status: 'complete'; reply: LogsQueryReply }
  | { status: 'partial'; reply: LogsQueryReply; error: LogsErrorBody }
  | { status: 'failure'; error: LogsErrorBody; requestId: string | null };

/** https://learn.microsoft.com/azure/azure-monitor/logs/api/overview */
export type LogsQueries = {
  /** https://learn.microsoft.com/rest/api/loganalytics/query/execute */
  run(query: RunLogsQuery): Promise<LogsQueryOutcome>;
};

/** The service would allow ten minutes; our own deadline (transport/deadline.ts) is a little longer than this. */
const serverWaitSeconds = 180;

/** The workspace by its GUID; asks for statistics and the `render` as well. */
export function logsQueries(call: Call, workspace: WorkspaceAddress): LogsQueries {
  return {
    async run({ query, timespan, signal }) {
      const body: LogsQueryRequest = timespan === undefined ? { query } : { query, timespan };
      try {
        const reply = await call({
          method: 'POST',
          path: `/v1/workspaces/${segment(workspace.id)}/query`,
          headers: { prefer: `wait=${serverWaitSeconds}, include-statistics=true, include-render=true` },
          body,
          signal,
          reply: logsQueryReply,
          // A workspace that has never received anything answers 204.
          whenEmpty: { tables: [] },
        });
        return reply.error ? { status: 'partial', reply, error: reply.error } : { status: 'complete', reply };
      } catch (error) {
        const refused = error instanceof ApiError && error.status === 400 ? logsError.safeParse(error.body) : null;
        if (!(error instanceof ApiError) || !refused?.success) throw error;
        return { status: 'failure', error: refused.data.error, requestId: error.requestId };
      }
    },
  };
}
