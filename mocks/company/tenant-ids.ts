/** The names and numbers everyone at Contoso shares. Every GUID is made up; none belongs to a living tenant. */

export const tenantIds = {
  displayName: 'Contoso',
  tenantId: '72f988bf-0000-4000-8000-00000000c050',
  domain: 'contoso.com',
  /** The on-premises Active Directory domain. */
  ntDomain: 'CONTOSO',
  domainSid: 'S-1-5-21-1004336348-1177238915-682003330',
  /** The console's own app registration. */
  clientId: '00000000-0000-0000-0000-00000000c0de',
} as const;

export const workspace = {
  name: 'law-contoso-unified',
  /** Log Analytics calls this `customerId`; queries are addressed to it. */
  customerId: '10a0c050-0000-4000-8000-00000000c050',
  subscriptionId: '5ab5c050-0000-4000-8000-00000000c050',
  resourceGroup: 'rg-contoso-unified-soc',
  location: 'eastus',
} as const;

/** The ARM id of the workspace, without a leading host. */
export const workspaceResourceId =
  `/subscriptions/${workspace.subscriptionId}/resourceGroups/${workspace.resourceGroup}` +
  `/providers/Microsoft.OperationalInsights/workspaces/${workspace.name}`;
