/** The groups of Contoso's directory: everybody is in those that `people.ts` names, and each is described here once. */
import { guidOf } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';

export type Group = {
  readonly objectId: string;
  readonly displayName: string;
  readonly description: string;
  /** Groups that only give rights have none. */
  readonly mail: string | null;
  readonly mailNickname: string;
  /** Microsoft 365 groups have a mailbox; whether one gives rights as well is another matter. */
  readonly kind: 'security' | 'mailEnabledSecurity' | 'microsoft365';
  /** Made in Active Directory and only copied to Entra ID. */
  readonly onPremises: boolean;
  readonly createdAt: string;
  readonly members: readonly Person[];
};

type Known = Pick<Group, 'description' | 'kind'> & { nickname?: string; onPremises?: true };

/** Whoever is not listed is a department, and a Microsoft 365 group. */
const known: Readonly<Record<string, Known>> = {
  'SOC Tier 1': { description: 'First look at new incidents', kind: 'mailEnabledSecurity', nickname: 'soc-tier1' },
  'SOC Tier 2': { description: 'Investigation and response', kind: 'mailEnabledSecurity', nickname: 'soc-tier2' },
  'SOC Leads': { description: 'Shift leads and escalations', kind: 'mailEnabledSecurity', nickname: 'soc-leads' },
  'All Security': { description: 'Everybody in Security Operations', kind: 'microsoft365' },
  'All Employees': { description: 'Everybody at Contoso', kind: 'microsoft365' },
  'Cloud Platform': { description: 'Owners of the Azure platform', kind: 'mailEnabledSecurity' },
  'Key Vault Readers': { description: 'May read secrets of production vaults', kind: 'security' },
  'Identity Admins': { description: 'Administrators of Entra ID', kind: 'security' },
  'Server Admins': { description: 'Administrators of Windows servers', kind: 'security', onPremises: true },
  'Domain Admins': { description: 'Administrators of the domain', kind: 'security', onPremises: true },
  'Finance Payments': { description: 'May release payments', kind: 'security' },
  'Source Code Readers': { description: 'May read every repository', kind: 'security' },
};

const foundedAt = '2019-03-04T09:00:00Z';

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}

function groupOf(displayName: string, members: readonly Person[]): Group {
  const facts = known[displayName] ?? { description: `Everybody in ${displayName}`, kind: 'microsoft365' };
  const mailNickname = facts.nickname ?? slugOf(displayName);
  return {
    objectId: guidOf(`contoso/group/${slugOf(displayName)}`),
    displayName,
    description: facts.description,
    mail: facts.kind === 'security' ? null : `${mailNickname}@${tenantIds.domain}`,
    mailNickname,
    kind: facts.kind,
    onPremises: facts.onPremises ?? false,
    createdAt: foundedAt,
    members,
  };
}

/** Every group that somebody is in, by name. */
export function createGroups(people: readonly Person[]): Group[] {
  const members = new Map<string, Person[]>();
  for (const person of people) {
    for (const name of person.groups) members.set(name, [...(members.get(name) ?? []), person]);
  }
  return [...members]
    .map(([name, list]) => groupOf(name, list))
    .sort((left, right) => left.displayName.localeCompare(right.displayName));
}
