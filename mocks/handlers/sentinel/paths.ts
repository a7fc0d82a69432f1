/** Where the workspace lives in Azure, and what every ARM request must name. Paths and names ignore case. */

import { type QueryOption, type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const workspacePath =
  'https://management.azure.com/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.OperationalInsights/workspaces/:workspace';
export const securityInsightsPath = `${workspacePath}/providers/Microsoft.SecurityInsights`;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const securityInsightsVersions = [
  '2025-09-01',
  '2025-06-01',
  '2024-09-01',
  '2024-03-01',
  '2025-10-01-preview',
  '2025-07-01-preview',
];
const operationalInsightsVersions = ['2025-07-01', '2025-02-01', '2023-09-01', '2022-10-01', '2020-08-01'];

/** Checks the workspace in the path and the api-version; answers the query options. */
export function armRequest(
  request: Request,
  params: Params,
  allowed: readonly QueryOption[] = [],
  namespace: 'Microsoft.SecurityInsights' | 'Microsoft.OperationalInsights' = 'Microsoft.SecurityInsights',
): QueryOptions {
  const url = new URL(request.url);
  requireVersion(url.searchParams.get('api-version'), namespace);
  const same = (left: Params[string], right: string) => String(left).toLowerCase() === right.toLowerCase();
  if (!same(params.subscription, tenantFacts.subscriptionId)) {
    throw new Refusal(
      404,
      'SubscriptionNotFound',
      `The subscription '${String(params.subscription)}' could not be found.`,
    );
  }
  if (!same(params.group, tenantFacts.resourceGroup)) {
    throw new Refusal(404, 'ResourceGroupNotFound', `Resource group '${String(params.group)}' could not be found.`);
  }
  if (!same(params.workspace, tenantFacts.workspaceName)) {
    const type = 'Microsoft.OperationalInsights/workspaces';
    throw new Refusal(
      404,
      'ResourceNotFound',
      `The Resource '${type}/${String(params.workspace)}' under resource group '${tenantFacts.resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    );
  }
  return queryOptions(url, allowed, ['api-version']);
}

function requireVersion(version: string | null, namespace: string): void {
  if (!version) {
    throw new Refusal(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const known = namespace === 'Microsoft.SecurityInsights' ? securityInsightsVersions : operationalInsightsVersions;
  if (!known.includes(version)) {
    throw new Refusal(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for the API version '${version}' in namespace '${namespace}'. The supported api-versions are '${known.join(', ')}'.`,
    );
  }
}
