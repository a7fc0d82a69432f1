/** What Contoso runs in Azure: subscriptions, resource groups and the resources the stories touch. */
import { workspace } from '@/mocks/company/tenant-ids';

export type Subscription = { readonly id: string; readonly name: string };

export type AzureResource = {
  readonly name: string;
  readonly type: string;
  readonly resourceGroup: string;
  readonly subscription: Subscription;
  /** ARM id. */
  readonly id: string;
  readonly location: string;
};

const prod: Subscription = { id: workspace.subscriptionId, name: 'sub-contoso-prod' };
const corp: Subscription = { id: '5ab5c051-0000-4000-8000-00000000c051', name: 'sub-contoso-corp' };
const dev: Subscription = { id: '5ab5c052-0000-4000-8000-00000000c052', name: 'sub-contoso-dev' };

export const subscriptions: readonly Subscription[] = [prod, corp, dev];

function resource(subscription: Subscription, resourceGroup: string, type: string, name: string): AzureResource {
  return {
    name,
    type,
    resourceGroup,
    subscription,
    id: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/${type}/${name}`,
    location: workspace.location,
  };
}

export const keyVault = resource(prod, 'rg-contoso-prod', 'Microsoft.KeyVault/vaults', 'kv-contoso-prod');
export const storageAccount = resource(prod, 'rg-contoso-data', 'Microsoft.Storage/storageAccounts', 'stcontosoprod');
export const sqlServer = resource(prod, 'rg-contoso-data', 'Microsoft.Sql/servers', 'sql-contoso-prod');

export const azureResources: readonly AzureResource[] = [
  keyVault,
  storageAccount,
  sqlServer,
  resource(prod, 'rg-contoso-identity', 'Microsoft.KeyVault/vaults', 'kv-contoso-identity'),
  resource(prod, 'rg-contoso-identity', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'id-contoso-deploy'),
  resource(prod, 'rg-contoso-web', 'Microsoft.Web/sites', 'app-contoso-portal'),
  resource(prod, 'rg-contoso-web', 'Microsoft.Web/sites', 'app-contoso-api'),
  resource(prod, 'rg-contoso-web', 'Microsoft.ContainerService/managedClusters', 'aks-contoso-prod'),
  resource(prod, 'rg-contoso-network', 'Microsoft.Network/networkSecurityGroups', 'nsg-contoso-edge'),
  resource(prod, 'rg-contoso-network', 'Microsoft.Network/virtualNetworks', 'vnet-contoso-hub'),
  resource(prod, workspace.resourceGroup, 'Microsoft.OperationalInsights/workspaces', workspace.name),
  resource(prod, workspace.resourceGroup, 'Microsoft.Logic/workflows', 'playbook-compromise-response'),
  resource(corp, 'rg-corp-hr', 'Microsoft.Sql/servers', 'sql-contoso-hr'),
  resource(corp, 'rg-corp-hr', 'Microsoft.Storage/storageAccounts', 'stcontosohr'),
  resource(corp, 'rg-corp-finance', 'Microsoft.Storage/storageAccounts', 'stcontosofinance'),
  resource(corp, 'rg-corp-finance', 'Microsoft.KeyVault/vaults', 'kv-contoso-finance'),
  resource(corp, 'rg-corp-shared', 'Microsoft.Compute/virtualMachines', 'vm-corp-jump01'),
  resource(dev, 'rg-dev-web', 'Microsoft.Web/sites', 'app-contoso-portal-dev'),
  resource(dev, 'rg-dev-web', 'Microsoft.Storage/storageAccounts', 'stcontosodev'),
  resource(dev, 'rg-dev-lab', 'Microsoft.Compute/virtualMachines', 'vm-dev-lab01'),
  resource(dev, 'rg-dev-lab', 'Microsoft.Compute/virtualMachines', 'vm-dev-lab02'),
  resource(dev, 'rg-dev-lab', 'Microsoft.KeyVault/vaults', 'kv-contoso-dev'),
];

/** Analytics rules of the workspace whose alerts the stories tell; the id is the rule's ARM name. */
export function alertRuleId(ruleGuid: string): string {
  return (
    `/subscriptions/${workspace.subscriptionId}/resourceGroups/${workspace.resourceGroup}/providers/Microsoft.OperationalInsights` +
    `/workspaces/${workspace.name}/providers/Microsoft.SecurityInsights/alertRules/${ruleGuid}`
  );
}
