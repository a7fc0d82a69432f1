/** What a client has to know to talk to the tenant, and what the tenant calls itself. */
import { tenantIds, workspace, workspaceResourceId } from '@/mocks/company/tenant-ids';

export const tenantFacts = {
  displayName: tenantIds.displayName,
  domain: tenantIds.domain,
  tenantId: tenantIds.tenantId,
  clientId: tenantIds.clientId,
  clientSecret: 'demo',
  subscriptionId: workspace.subscriptionId,
  resourceGroup: workspace.resourceGroup,
  workspaceName: workspace.name,
  /** Log Analytics' `customerId`. */
  workspaceId: workspace.customerId,
  location: workspace.location,
  workspaceResourceId,
} as const;
