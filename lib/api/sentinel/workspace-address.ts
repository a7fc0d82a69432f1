/** Where a workspace is, in the two ways Microsoft asks for it. */
import { segment } from '@/lib/api/transport/url-parts';

export type WorkspaceAddress = {
  subscriptionId: string;
  resourceGroup: string;
  /** The ARM name. */
  name: string;
  /** The GUID (`customerId`) by which the query API knows it. */
  id: string;
};

/** ARM's path of the workspace. */
export function workspacePath({ subscriptionId, resourceGroup, name }: WorkspaceAddress): string {
  const group = `/subscriptions/${segment(subscriptionId)}/resourceGroups/${segment(resourceGroup)}`;
  return `${group}/providers/Microsoft.OperationalInsights/workspaces/${segment(name)}`;
}

/** ARM's path of Sentinel's incidents in the workspace, or of one of them by its name (a GUID). */
export function incidentsPath(workspace: WorkspaceAddress, name?: string): string {
  const incidents = `${workspacePath(workspace)}/providers/Microsoft.SecurityInsights/incidents`;
  return name === undefined ? incidents : `${incidents}/${segment(name)}`;
}
