/** Where Logic Apps live in Azure, and what every request to them must name. */
import { type QueryOption, type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { PlaybookRecord } from '@/mocks/store/records/playbook-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const subscriptionPath = 'https://management.azure.com/subscriptions/:subscription';
export const subscriptionWorkflowsPath = `${subscriptionPath}/providers/Microsoft.Logic/workflows`;
export const workflowsPath = `${subscriptionPath}/resourceGroups/:group/providers/Microsoft.Logic/workflows`;

const versions = ['2019-05-01', '2018-07-01-preview', '2016-10-01', '2016-06-01'];

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const same = (left: Params[string], right: string): boolean => String(left).toLowerCase() === right.toLowerCase();

/** Checks subscription, group and version; answers the query options. */
export function logicAppsRequest(request: Request, params: Params, allowed: readonly QueryOption[] = []): QueryOptions {
  const url = new URL(request.url);
  const version = url.searchParams.get('api-version');
  if (!version) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new Refusal(400, 'MissingApiVersionParameter', message);
  }
  if (!versions.includes(version)) {
    const message = `No registered resource provider found for the API version '${version}' in namespace 'Microsoft.Logic'. The supported api-versions are '${versions.join(', ')}'.`;
    throw new Refusal(400, 'NoRegisteredProviderFound', message);
  }
  if (!same(params.subscription, tenantFacts.subscriptionId)) {
    const message = `The subscription '${String(params.subscription)}' could not be found.`;
    throw new Refusal(404, 'SubscriptionNotFound', message);
  }
  if (params.group !== undefined && !same(params.group, tenantFacts.resourceGroup)) {
    const message = `Resource group '${String(params.group)}' could not be found.`;
    throw new Refusal(404, 'ResourceGroupNotFound', message);
  }
  return queryOptions(url, allowed, ['api-version']);
}

export function workflowOr404({ rules }: Store, name: unknown): PlaybookRecord {
  const playbook = rules.playbooks.byName(String(name));
  if (playbook) return playbook;
  const message = `The Resource 'Microsoft.Logic/workflows/${String(name)}' under resource group '${tenantFacts.resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`;
  throw new Refusal(404, 'ResourceNotFound', message);
}
