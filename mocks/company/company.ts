/** Contoso as one value: who and what exists. A pure function of the seed. */
import { type AzureResource, azureResources, type Subscription, subscriptions } from '@/mocks/company/azure';
import { createDevices, type Device } from '@/mocks/company/devices';
import { createPeople, type Person } from '@/mocks/company/people';
import { type Site, sites } from '@/mocks/company/sites';
import { tenantIds, workspace } from '@/mocks/company/tenant-ids';

export type Company = {
  readonly tenant: typeof tenantIds;
  readonly workspace: typeof workspace;
  readonly people: readonly Person[];
  readonly devices: readonly Device[];
  readonly sites: readonly Site[];
  readonly subscriptions: readonly Subscription[];
  readonly azureResources: readonly AzureResource[];
  /** The analysts, in department Security Operations. */
  readonly soc: readonly Person[];
  /** A person by account name (`alex.johnson`) or UPN; throws when nobody is called that. */
  person(name: string): Person;
  /** The laptop somebody works on. */
  laptopOf(person: Person): Device;
  /** A device by short name; throws when there is none. */
  device(hostName: string): Device;
};

export function createCompany(seed: number): Company {
  const people = createPeople(seed, 500);
  const devices = createDevices(seed, people);
  const byName = new Map(
    people.flatMap((person) => [[person.accountName, person] as const, [person.upn, person] as const]),
  );
  const byHost = new Map(devices.map((device) => [device.hostName, device]));
  const laptops = new Map(
    devices.filter((device) => device.role === 'laptop').map((device) => [device.owner?.upn, device]),
  );

  return {
    tenant: tenantIds,
    workspace,
    people,
    devices,
    sites,
    subscriptions,
    azureResources,
    soc: people.filter((person) => person.department === 'Security Operations'),
    person: (name) => found(byName.get(name.toLowerCase()), `nobody at Contoso is called ${name}`),
    laptopOf: (person) => found(laptops.get(person.upn), `${person.upn} has no laptop`),
    device: (hostName) => found(byHost.get(hostName.toLowerCase()), `Contoso has no device ${hostName}`),
  };
}

function found<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new RangeError(complaint);
  return value;
}
