/** Queries name a workspace by its customer id; its ARM name means nothing here. */
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export function requireWorkspace(id: string): void {
  if (id.toLowerCase() === tenantFacts.workspaceId) return;
  throw new Refusal(404, 'WorkspaceNotFoundError', `The workspace '${id}' could not be found`);
}
