/**
 * AzureActivity: deployments and the daily work of cloud engineers. Everybody keeps to two resource groups of one
 * subscription, so nobody looks like somebody who walks through all of them.
 */
import { hash32 } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import { azureActivityRow } from '@/mocks/company/telemetry/cloud';
import type { NoiseTable } from '@/mocks/noise/table';

const deployer = '0a2e5d10-0000-4000-8000-00000000c0dd';
const verbs = ['read', 'write', 'write', 'action'] as const;

function operationOn(type: string, verb: (typeof verbs)[number]): string {
  if (type === 'Microsoft.Storage/storageAccounts')
    return verb === 'action' ? `${type}/listKeys/action` : `${type}/${verb}`;
  if (type === 'Microsoft.Compute/virtualMachines')
    return verb === 'action' ? `${type}/restart/action` : `${type}/${verb}`;
  return verb === 'action' ? 'Microsoft.Resources/deployments/validate/action' : `${type}/${verb}`;
}

/** The resources one caller is responsible for. */
function realm(company: Company, caller: string) {
  const number = hash32(caller);
  const groups = [
    ...new Set(company.azureResources.map((resource) => `${resource.subscription.id}/${resource.resourceGroup}`)),
  ];
  const first = groups[number % groups.length] ?? '';
  const [subscription] = first.split('/');
  const neighbours = groups.filter((group) => group.startsWith(`${subscription}/`));
  const second = neighbours[(number >>> 8) % neighbours.length];
  return company.azureResources.filter((resource) =>
    [first, second].includes(`${resource.subscription.id}/${resource.resourceGroup}`),
  );
}

const realms = new WeakMap<Company, Map<string, ReturnType<typeof realm>>>();

function realmOf(company: Company, caller: string) {
  const known = realms.get(company) ?? new Map<string, ReturnType<typeof realm>>();
  realms.set(company, known);
  const resources = known.get(caller) ?? realm(company, caller);
  known.set(caller, resources);
  return resources;
}

export const azureActivity: NoiseTable = {
  table: 'AzureActivity',
  share: 0.018,
  rhythm: 'machines',
  row: ({ at, company, staff, random }) => {
    const person = staff.someone(at, random);
    const engineer =
      (person.department === 'IT Operations' || person.department === 'Engineering') &&
      person.accountName !== 'alex.johnson';
    const caller = engineer ? person.upn : deployer;
    const resource = random.pick(realmOf(company, caller));
    return azureActivityRow({
      at,
      caller,
      callerIp: engineer ? person.site.egressIp : '198.51.100.61',
      resource,
      operation: operationOn(resource.type, random.pick(verbs)),
      status: random.chance(0.9) ? 'Success' : random.pick(['Start', 'Failure'] as const),
      correlationId: random.guid(),
    });
  },
};
