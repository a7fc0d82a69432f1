/** Which tenant and workspace this console works for, and who works with it. */
import type { Api } from '@/lib/api/api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Session } from '@/lib/domain/session/session';
import { findUser } from '@/lib/hub/user';

export type SessionOptions = { api: Api; workspace: WorkspaceAddress; user: string };

/** The workspace's region is a nicety: without the right to read the resource the rest is still true. */
async function locationOf(api: Api): Promise<string | null> {
  try {
    return (await api.sentinel.workspace.get()).location;
  } catch (error) {
    console.warn('onequeue: the workspace resource could not be read', error);
    return null;
  }
}

export async function readSession({ api, workspace, user }: SessionOptions): Promise<Session> {
  const [organization, location, me] = await Promise.all([
    api.graphDirectory.organization.get(),
    locationOf(api),
    findUser(api, user),
  ]);
  const { name, id, resourceGroup, subscriptionId } = workspace;
  return {
    tenant: { id: organization.id, displayName: organization.displayName },
    workspace: { name, id, resourceGroup, subscriptionId, location },
    me,
  };
}
