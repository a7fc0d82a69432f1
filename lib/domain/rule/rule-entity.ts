/**
 * The entities that a rule may name in its alerts, with the identifiers that tell one from another, the strongest first.
 * https://learn.microsoft.com/azure/sentinel/entities-reference
 */
import type { SentinelMappedEntity } from '@/lib/wire/sentinel/alert-rule-parts';

export type RuleEntity = SentinelMappedEntity;

/** The identifiers of each entity, in Sentinel's spelling. */
export const entityIdentifiers = {
  Account: ['FullName', 'AadUserId', 'Sid', 'Name', 'UPNSuffix', 'NTDomain', 'DnsDomain', 'ObjectGuid', 'DisplayName'],
  Host: ['FullName', 'HostName', 'NetBiosName', 'DnsDomain', 'NTDomain', 'AzureID', 'OMSAgentID'],
  IP: ['Address'],
  Malware: ['Name', 'Category'],
  File: ['Name', 'Directory'],
  Process: ['ProcessId', 'CommandLine', 'CreationTimeUtc', 'ElevationToken'],
  CloudApplication: ['AppId', 'Name', 'InstanceName'],
  DNS: ['DomainName'],
  AzureResource: ['ResourceId'],
  FileHash: ['Value', 'Algorithm'],
  RegistryKey: ['Key', 'Hive'],
  RegistryValue: ['Name', 'Value', 'ValueType'],
  SecurityGroup: ['DistinguishedName', 'SID', 'ObjectGuid'],
  URL: ['Url'],
  Mailbox: ['MailboxPrimaryAddress', 'Upn', 'DisplayName', 'ExternalDirectoryObjectId'],
  MailCluster: ['NetworkMessageIds', 'Query', 'QueryTime', 'Source'],
  MailMessage: ['NetworkMessageId', 'InternetMessageId', 'Recipient', 'Sender', 'SenderIP', 'Subject'],
  SubmissionMail: ['NetworkMessageId', 'SubmissionId', 'Recipient', 'Sender', 'Subject'],
} as const satisfies Record<RuleEntity, readonly string[]>;

/** Guaranteed by `satisfies`: the table has exactly the entities as its keys. */
function keysOf(table: Record<RuleEntity, unknown>): readonly RuleEntity[] {
  return Object.keys(table) as RuleEntity[];
}

/** In the specification's order, which is that of `entityIdentifiers`. */
export const ruleEntities = keysOf(entityIdentifiers);

/** The three that Defender's correlation and most investigations start from. */
export const keyEntities = ['Account', 'IP', 'Host'] as const satisfies readonly RuleEntity[];

/** Sentinel keeps no more of them. https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities */
export const mostMappings = 10;

/** Identifiers to an entity. https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities */
export const mostFields = 3;
