/** The workspace under Sentinel. */
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { type SentinelWorkspace, sentinelWorkspace, workspacesApiVersion } from '@/lib/wire/sentinel/workspace';

/** https://learn.microsoft.com/rest/api/loganalytics/workspaces */
export type SentinelWorkspaces = {
  /** The configured workspace. https://learn.microsoft.com/rest/api/loganalytics/workspaces/get */
  get(signal?: AbortSignal): Promise<SentinelWorkspace>;
};

/** The version is that of Log Analytics, not Sentinel's. */
export function sentinelWorkspaces(call: Call, workspace: WorkspaceAddress): SentinelWorkspaces {
  const query = { 'api-version': workspacesApiVersion };
  return {
    get: (signal) => call({ method: 'GET', path: workspacePath(workspace), query, signal, reply: sentinelWorkspace }),
  };
}
