/**
 * The lists that Contoso's SOC keeps in Sentinel, in the columns of Microsoft's watchlist templates.
 * https://learn.microsoft.com/azure/sentinel/watchlist-schemas
 */
import { createRandom } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { Person } from '@/mocks/company/people';
import { sites } from '@/mocks/company/sites';
import { tenantIds } from '@/mocks/company/tenant-ids';

export type CompanyWatchlist = {
  readonly alias: string;
  readonly displayName: string;
  readonly description: string;
  readonly searchKey: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
};

const user = (person: Person): Record<string, string> => ({
  'User Identifier': person.displayName,
  'User AAD Object Id': person.objectId,
  'User On-Prem Sid': person.sid,
  'User Principal Name': person.upn,
});

function vipUsers({ people, soc }: Company): CompanyWatchlist {
  const heads = new Set(people.map((person) => person.managerUpn));
  const tagsOf = (person: Person): string => {
    if (person.department === 'Executive') return 'Executive';
    if (person.roles.includes('Global Administrator')) return 'Global Administrator';
    return person.roles.length > 0 ? 'Privileged role' : 'Head of department';
  };
  const vips = people.filter((person) => !soc.includes(person) && (heads.has(person.upn) || person.roles.length > 0));
  return {
    alias: 'VIPUsers',
    displayName: 'VIP Users',
    description: 'People whose accounts are worth more to an attacker than others.',
    searchKey: 'User Principal Name',
    rows: vips.map((person) => ({ ...user(person), Tags: tagsOf(person) })),
  };
}

function highValueAssets({ devices, azureResources }: Company): CompanyWatchlist {
  const crown = new Set(['dc', 'sql', 'hr', 'backup', 'mgmt']);
  const servers = devices
    .filter((device) => crown.has(device.purpose ?? ''))
    .map((device) => ({
      'Asset Type': 'Device',
      'Asset Id': device.deviceId,
      'Asset Name': device.hostName,
      'Asset FQDN': device.dnsName,
      'IP Address': device.ip,
      Tags: device.role === 'domainController' ? 'Tier 0' : 'Crown jewel',
    }));
  const vaults = azureResources
    .filter((resource) => /vaults|storageAccounts/i.test(resource.type))
    .map((resource) => ({
      'Asset Type': 'Azure resource',
      'Asset Id': resource.id,
      'Asset Name': resource.name,
      'Asset FQDN': '',
      'IP Address': '',
      Tags: 'Secrets and exports',
    }));
  return {
    alias: 'HighValueAssets',
    displayName: 'High Value Assets',
    description: 'Machines and resources whose loss would stop the company.',
    searchKey: 'Asset Name',
    rows: [...servers, ...vaults],
  };
}

function corporateNetworks(): CompanyWatchlist {
  const kinds = [
    ['1.0/24', 'domain controllers', 'Servers'],
    ['4.0/24', 'servers', 'Servers'],
    ['16.0/20', 'workstations', 'Clients'],
    ['48.0/20', 'mobile devices', 'Clients'],
  ] as const;
  const inside = sites.flatMap((site) =>
    kinds.map(([rest, what, tags]) => ({
      'IP Subnet': `10.${site.octet}.${rest}`,
      'Range Name': `${site.city} ${what}`,
      Tags: tags,
    })),
  );
  const egress = sites.map((site) => ({
    'IP Subnet': `${site.egressIp}/32`,
    'Range Name': `${site.city} egress`,
    Tags: 'Egress',
  }));
  return {
    alias: 'CorporateNetworks',
    displayName: 'Corporate networks',
    description: 'Networks of the offices, and the addresses they show to the internet.',
    searchKey: 'IP Subnet',
    rows: [...inside, ...egress],
  };
}

const dayMs = 86_400_000;

function terminatedEmployees({ people }: Company, seed: number, now: Date): CompanyWatchlist {
  const random = createRandom(seed, 'company/watchlists/terminated');
  const candidates = people.filter((person) => person.roles.length === 0 && person.managerUpn !== null);
  const leaving = new Set<Person>();
  while (leaving.size < 8) leaving.add(random.pick(candidates));
  const day = (offset: number): string => new Date(now.getTime() + offset * dayMs).toISOString().slice(0, 10);
  return {
    alias: 'TerminatedEmployees',
    displayName: 'Terminated Employees',
    description: 'People who have left or handed in their notice.',
    searchKey: 'User Principal Name',
    rows: [...leaving].map((person) => {
      const leavesIn = random.between(-20, 20);
      return {
        ...user(person),
        UserState: leavesIn < 0 ? 'Terminated' : 'Notified',
        'Notification date': day(leavesIn - 30),
        'Termination date': day(leavesIn),
        Tags: leavesIn < 0 ? 'Account disabled' : 'Watch downloads',
      };
    }),
  };
}

function serviceAccounts(): CompanyWatchlist {
  const names = ['svc-backup', 'svc-sql', 'svc-deploy', 'svc-scanner', 'svc-print', 'svc-sync'];
  return {
    alias: 'ServiceAccounts',
    displayName: 'Service Accounts',
    description: 'Accounts of programs: nobody signs in with them interactively.',
    searchKey: 'Service Principal Name',
    rows: names.map((name, index) => ({
      'Service Identifier': name,
      'Service AAD Object Id': createRandom('contoso/service-account', name).guid(),
      'Service On-Prem Sid': `${tenantIds.domainSid}-${3100 + index}`,
      'Service Principal Name': `${name}@${tenantIds.domain}`,
      Tags: name === 'svc-sync' ? 'Tier 0' : 'Tier 1',
    })),
  };
}

export const companyWatchlists = (company: Company, seed: number, now: Date): readonly CompanyWatchlist[] => [
  vipUsers(company),
  highValueAssets(company),
  corporateNetworks(),
  terminatedEmployees(company, seed, now),
  serviceAccounts(),
];
