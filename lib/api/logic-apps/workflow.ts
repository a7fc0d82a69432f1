/** Logic Apps beside the workspace: the playbooks that Sentinel may start. */
import { logicAppsGroupPath, logicAppsVersion, workflowPath } from '@/lib/api/logic-apps/logic-apps-path';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import {
  type LogicAppsTrigger,
  type LogicAppsWorkflow,
  logicAppsTriggerList,
  logicAppsWorkflow,
  logicAppsWorkflowList,
} from '@/lib/wire/logic-apps/workflow';

/** https://learn.microsoft.com/rest/api/logic/workflows */
export type LogicAppsWorkflows = {
  /** Pages of the workflows in the workspace's resource group. https://learn.microsoft.com/rest/api/logic/workflows/list-by-resource-group */
  list(signal?: AbortSignal): AsyncGenerator<LogicAppsWorkflow[]>;
  /** By ARM id. */
  get(id: string, signal?: AbortSignal): Promise<LogicAppsWorkflow>;
  triggers(id: string, signal?: AbortSignal): AsyncGenerator<LogicAppsTrigger[]>;
  /** Switched on or off. https://learn.microsoft.com/rest/api/logic/workflows/enable */
  setEnabled(id: string, enabled: boolean, signal?: AbortSignal): Promise<void>;
};

/** Workflows by ARM id; what isn't one is an ApiError `NotALogicApp` and no request. */
export function logicAppsWorkflows(call: Call, workspace: WorkspaceAddress): LogicAppsWorkflows {
  const query = logicAppsVersion;
  return {
    async *list(signal) {
      const path = logicAppsGroupPath(workspace.subscriptionId, workspace.resourceGroup);
      const first = { method: 'GET', path, query, signal, reply: logicAppsWorkflowList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: workflowPath(id), query, signal, reply: logicAppsWorkflow }),
    async *triggers(id, signal) {
      const path = `${workflowPath(id)}/triggers`;
      const first = { method: 'GET', path, query, signal, reply: logicAppsTriggerList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    setEnabled: async (id, enabled, signal) => {
      const path = `${workflowPath(id)}/${enabled ? 'enable' : 'disable'}`;
      await call({ method: 'POST', path, query, signal, ...emptyReply });
    },
  };
}
