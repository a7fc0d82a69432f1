/** Which tenant and workspace this console works for. */
import type { Api } from '@/lib/api/api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Workplace } from '@/lib/domain/session/session';

/** `workspace` is what the console was set up with. */
export type WorkplaceOptions = { api: Api; workspace: WorkspaceAddress };

/** The workspace's region is a nicety: without the right to read the resource the rest is still true. */
async function locationOf(api: Api): Promise<string | null> {
  try {
    return (await api.sentinel.workspace.get()).location;
  } catch (error) {
    console.warn('onequeue: the workspace resource could not be read', error);
    return null;
  }
}

/** Rejects with an ApiError when Graph does not tell the tenant; a workspace that cannot be read has no `location`. */
export async function readWorkplace({ api, workspace }: WorkplaceOptions): Promise<Workplace> {
  const [organization, location] = await Promise.all([api.graphDirectory.organization.get(), locationOf(api)]);
  const { name, id, resourceGroup, subscriptionId } = workspace;
  return {
    tenant: { id: organization.id, displayName: organization.displayName },
    workspace: { name, id, resourceGroup, subscriptionId, location },
  };
}
