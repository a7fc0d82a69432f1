/** What playbooks did: their runs and the actions of each. */
import { logicAppsVersion, workflowPath } from '@/lib/api/logic-apps/logic-apps-path';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { odataDateTime, segment } from '@/lib/api/transport/url-parts';
import {
  type LogicAppsRun,
  type LogicAppsRunAction,
  logicAppsRun,
  logicAppsRunActionList,
  logicAppsRunList,
} from '@/lib/wire/logic-apps/workflow-run';

/** `since` is ISO 8601 UTC, inclusive, and looks at when a run started. */
export type LogicAppsRuns = {
  /** Pages of a workflow's runs, the newest first. https://learn.microsoft.com/rest/api/logic/workflow-runs/list */
  list(workflowId: string, options?: { since?: string; signal?: AbortSignal }): AsyncGenerator<LogicAppsRun[]>;
  get(workflowId: string, run: string, signal?: AbortSignal): Promise<LogicAppsRun>;
  actions(workflowId: string, run: string, signal?: AbortSignal): AsyncGenerator<LogicAppsRunAction[]>;
  cancel(workflowId: string, run: string, signal?: AbortSignal): Promise<void>;
};

/** Workflows by ARM id; what isn't one is an ApiError `NotALogicApp` and no request. */
export function logicAppsRuns(call: Call): LogicAppsRuns {
  const query = logicAppsVersion;
  const path = (workflowId: string, run: string) => `${workflowPath(workflowId)}/runs/${segment(run)}`;
  return {
    async *list(workflowId, { since, signal } = {}) {
      const first = {
        method: 'GET',
        path: `${workflowPath(workflowId)}/runs`,
        query: { ...query, $filter: since === undefined ? undefined : `startTime ge ${odataDateTime(since)}` },
        signal,
        reply: logicAppsRunList,
      } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (workflowId, run, signal) =>
      call({ method: 'GET', path: path(workflowId, run), query, signal, reply: logicAppsRun }),
    async *actions(workflowId, run, signal) {
      const first = {
        method: 'GET',
        path: `${path(workflowId, run)}/actions`,
        query,
        signal,
        reply: logicAppsRunActionList,
      } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    cancel: async (workflowId, run, signal) => {
      await call({ method: 'POST', path: `${path(workflowId, run)}/cancel`, query, signal, ...emptyReply });
    },
  };
}
