/**
 * The evidence that a rule's entity mappings point at: a column said who, and what Contoso knows of them fills in the
 * rest. Somebody unknown stays what the column said.
 * https://learn.microsoft.com/azure/sentinel/entities-reference
 */
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { SentinelMappedEntity } from '@/lib/wire/sentinel/alert-rule-parts';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';
import {
  azureEvidence,
  deviceEvidence,
  ipEvidence,
  mailboxEvidence,
  urlEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import type { Store } from '@/mocks/store/store';

/** Identifiers of one entity and their values, by the names of the reference: `FullName`, `Address`. */
export type Identifiers = Readonly<Record<string, string>>;

type World = Pick<Store, 'company' | 'directory'>;

const suspicious = { verdict: 'suspicious', remediationStatus: 'none', remediationStatusDetails: null } as const;
const bare = (at: number) => ({
  createdDateTime: new Date(at).toISOString(),
  ...suspicious,
  roles: [],
  detailedRoles: [],
  tags: [],
});

const shortName = (name: string): string => name.split('\\').at(-1)?.split('@')[0]?.toLowerCase() ?? '';

function personOf(
  { directory }: World,
  { FullName, Name, UPNSuffix, AadUserId, Sid }: Identifiers,
): Person | undefined {
  const upn = FullName?.includes('@') ? FullName : Name && UPNSuffix ? `${Name}@${UPNSuffix}` : undefined;
  const byUpn = upn ? directory.byUpn(upn) : undefined;
  const byId = AadUserId ? directory.byObjectId(AadUserId) : undefined;
  if (byUpn ?? byId) return byUpn ?? byId;
  const account = shortName(FullName ?? Name ?? '');
  return directory.people.find((person) =>
    Sid ? person.sid === Sid : account !== '' && person.accountName === account,
  );
}

function deviceOf(
  { company }: World,
  { FullName, HostName, NetBiosName, MdeDeviceId }: Identifiers,
): Device | undefined {
  const host = (FullName ?? HostName ?? NetBiosName ?? '').split('.')[0]?.toLowerCase();
  return company.devices.find((device) => (MdeDeviceId ? device.deviceId === MdeDeviceId : device.hostName === host));
}

function account(world: World, named: Identifiers, at: number): GraphEvidence {
  const person = personOf(world, named);
  if (person) return userEvidence(person, { at, roles: ['compromised'] });
  const full = named.FullName ?? named.Name ?? named.AadUserId ?? named.Sid ?? '';
  return {
    '@odata.type': '#microsoft.graph.security.userEvidence',
    ...bare(at),
    userAccount: {
      accountName: shortName(full),
      domainName: full.includes('\\') ? (full.split('\\')[0] ?? null) : null,
      userSid: named.Sid ?? null,
      azureAdUserId: named.AadUserId ?? null,
      userPrincipalName: full.includes('@') ? full : null,
      displayName: full,
    },
  };
}

function host(world: World, named: Identifiers, at: number): GraphEvidence {
  const device = deviceOf(world, named);
  if (device) return deviceEvidence(device, { at, roles: ['attacked'] });
  const name = named.FullName ?? named.HostName ?? named.NetBiosName ?? '';
  return {
    '@odata.type': '#microsoft.graph.security.deviceEvidence',
    ...bare(at),
    mdeDeviceId: named.MdeDeviceId ?? null,
    deviceDnsName: name,
    hostName: name.split('.')[0] ?? name,
    ntDomain: tenantIds.ntDomain,
  };
}

function azureResource({ company }: World, { ResourceId = '' }: Identifiers, at: number): GraphEvidence {
  const known = company.azureResources.find((resource) => resource.id.toLowerCase() === ResourceId.toLowerCase());
  if (known) return azureEvidence(known, { at, roles: ['attacked'] });
  const parts = ResourceId.split('/');
  return {
    '@odata.type': '#microsoft.graph.security.azureResourceEvidence',
    ...bare(at),
    resourceId: ResourceId,
    resourceName: parts.at(-1) ?? ResourceId,
    resourceType: parts.slice(6, 8).join('/'),
  };
}

function file(named: Identifiers, at: number): GraphEvidence {
  const { Name, Directory, Algorithm = 'SHA256', Value = '' } = named;
  return {
    '@odata.type': '#microsoft.graph.security.fileEvidence',
    ...bare(at),
    detectionStatus: 'detected',
    fileDetails: {
      fileName: Name ?? null,
      filePath: Directory ?? null,
      sha256: Algorithm.toUpperCase() === 'SHA256' ? Value : null,
      sha1: Algorithm.toUpperCase() === 'SHA1' ? Value : null,
      md5: Algorithm.toUpperCase() === 'MD5' ? Value : null,
    },
  };
}

function mailbox(world: World, { MailboxPrimaryAddress, Upn }: Identifiers, at: number): GraphEvidence {
  const address = MailboxPrimaryAddress ?? Upn ?? '';
  const person = world.directory.byUpn(address);
  if (person) return mailboxEvidence(person, { at, roles: ['attacked'] });
  return { '@odata.type': '#microsoft.graph.security.mailboxEvidence', ...bare(at), primaryAddress: address };
}

/** Null for kinds that Graph has no evidence for, or that name nobody. */
export function detectedEvidence(
  world: World,
  kind: SentinelMappedEntity,
  named: Identifiers,
  at: number,
): GraphEvidence | null {
  if (Object.values(named).every((value) => value === '')) return null;
  switch (kind) {
    case 'Account':
      return account(world, named, at);
    case 'Host':
      return host(world, named, at);
    case 'IP':
      return ipEvidence(named.Address ?? '', null, { at, roles: ['source'] });
    case 'AzureResource':
      return azureResource(world, named, at);
    case 'URL':
      return urlEvidence(named.Url ?? '', { at });
    case 'Mailbox':
      return mailbox(world, named, at);
    case 'File':
    case 'FileHash':
      return file(named, at);
    case 'CloudApplication':
      return {
        '@odata.type': '#microsoft.graph.security.cloudApplicationEvidence',
        ...bare(at),
        appId: Number(named.AppId ?? 0),
        displayName: named.Name ?? '',
      };
    case 'Process':
      return {
        '@odata.type': '#microsoft.graph.security.processEvidence',
        ...bare(at),
        detectionStatus: 'detected',
        processCommandLine: named.CommandLine ?? '',
      };
    default:
      return null;
  }
}
