/**
 * An entity of a Sentinel incident, told apart by `kind`. Entities name each other by id and are never nested.
 * Microsoft's own examples disagree about the case of kinds, so it is forgiven here.
 */
import { z } from 'zod';
import {
  optionalBoolean,
  optionalDateTime,
  optionalDictionary,
  optionalNumber,
  optionalText,
  optionalTexts,
} from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { parseAs } from '@/lib/wire/parse-as';
import { armResource } from '@/lib/wire/sentinel/arm';

/** Microsoft.SecurityInsights `EntityInnerKind`, in the order of the specification. */
export const sentinelEntityKinds = [
  'Account',
  'Host',
  'File',
  'AzureResource',
  'CloudApplication',
  'DnsResolution',
  'FileHash',
  'Ip',
  'Malware',
  'Process',
  'RegistryKey',
  'RegistryValue',
  'SecurityGroup',
  'Url',
  'IoTDevice',
  'SecurityAlert',
  'Bookmark',
  'Mailbox',
  'MailCluster',
  'MailMessage',
  'SubmissionMail',
] as const;
export type SentinelEntityKind = (typeof sentinelEntityKinds)[number];

const common = { friendlyName: optionalText, additionalData: optionalDictionary };

function entityOf<const Kind extends SentinelEntityKind, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return openObject({ ...armResource, kind: z.literal(kind), properties: openObject({ ...common, ...shape }) });
}

const knownEntity = z.discriminatedUnion('kind', [
  entityOf('Account', {
    aadTenantId: optionalText,
    aadUserId: optionalText,
    accountName: optionalText,
    displayName: optionalText,
    dnsDomain: optionalText,
    hostEntityId: optionalText,
    isDomainJoined: optionalBoolean,
    ntDomain: optionalText,
    objectGuid: optionalText,
    puid: optionalText,
    sid: optionalText,
    upnSuffix: optionalText,
  }),
  entityOf('Host', {
    azureID: optionalText,
    dnsDomain: optionalText,
    hostName: optionalText,
    isDomainJoined: optionalBoolean,
    netBiosName: optionalText,
    ntDomain: optionalText,
    omsAgentID: optionalText,
    osFamily: optionalText,
    osVersion: optionalText,
  }),
  entityOf('File', {
    directory: optionalText,
    fileHashEntityIds: optionalTexts,
    fileName: optionalText,
    hostEntityId: optionalText,
  }),
  entityOf('AzureResource', { resourceId: optionalText, subscriptionId: optionalText }),
  entityOf('CloudApplication', { appId: optionalNumber, appName: optionalText, instanceName: optionalText }),
  entityOf('DnsResolution', {
    dnsServerIpEntityId: optionalText,
    domainName: optionalText,
    hostIpAddressEntityId: optionalText,
    ipAddressEntityIds: optionalTexts,
  }),
  entityOf('FileHash', { algorithm: optionalText, hashValue: optionalText }),
  entityOf('Ip', {
    address: optionalText,
    location: optionalDictionary,
    threatIntelligence: z.array(z.record(z.string(), z.unknown())).nullish(),
  }),
  entityOf('Malware', {
    category: optionalText,
    fileEntityIds: optionalTexts,
    malwareName: optionalText,
    processEntityIds: optionalTexts,
  }),
  entityOf('Process', {
    accountEntityId: optionalText,
    commandLine: optionalText,
    creationTimeUtc: optionalDateTime,
    elevationToken: optionalText,
    hostEntityId: optionalText,
    hostLogonSessionEntityId: optionalText,
    imageFileEntityId: optionalText,
    parentProcessEntityId: optionalText,
    processId: optionalText,
  }),
  entityOf('RegistryKey', { hive: optionalText, key: optionalText }),
  entityOf('RegistryValue', {
    keyEntityId: optionalText,
    valueData: optionalText,
    valueName: optionalText,
    valueType: optionalText,
  }),
  entityOf('SecurityGroup', { distinguishedName: optionalText, objectGuid: optionalText, sid: optionalText }),
  entityOf('Url', { url: optionalText }),
  entityOf('Mailbox', {
    mailboxPrimaryAddress: optionalText,
    displayName: optionalText,
    upn: optionalText,
    externalDirectoryObjectId: optionalText,
  }),
  entityOf('MailMessage', {
    recipient: optionalText,
    subject: optionalText,
    senderIP: optionalText,
    p1Sender: optionalText,
    p2Sender: optionalText,
    p2SenderDisplayName: optionalText,
    receiveDate: optionalDateTime,
    networkMessageId: optionalText,
    internetMessageId: optionalText,
    deliveryAction: optionalText,
    deliveryLocation: optionalText,
    urls: optionalTexts,
    threats: optionalTexts,
    fileEntityIds: optionalTexts,
  }),
]);
type KnownEntity = z.infer<typeof knownEntity>;

/**
 * Kinds whose fields the console doesn't declare; they pass through. A kind newer than this code arrives here too, so
 * a `switch` over `kind` needs a `default`; a plain `string` would spoil the narrowing of the other kinds.
 */
export type OtherSentinelEntityKind = Exclude<SentinelEntityKind, KnownEntity['kind']>;

const otherEntity = openObject({
  ...armResource,
  kind: z.string().transform(asOtherKind),
  properties: z.looseObject(common),
});

/** Guaranteed by `sentinelEntity` only as far as `OtherSentinelEntityKind` says: not a kind with declared fields. */
function asOtherKind(kind: string): OtherSentinelEntityKind {
  return kind as OtherSentinelEntityKind;
}

/** Told apart by `kind`, in the spelling of `sentinelEntityKinds`; other kinds keep what they came with. */
export type SentinelEntity = KnownEntity | z.infer<typeof otherEntity>;

const spelling = new Map(sentinelEntityKinds.map((kind) => [kind.toLowerCase(), kind]));
const knownKinds = new Set<string>(knownEntity.options.map((option) => option.shape.kind.value));

/** https://learn.microsoft.com/azure/sentinel/entities-reference */
export const sentinelEntity = z.looseObject({ kind: z.string() }).transform((raw, context): SentinelEntity => {
  const kind = spelling.get(raw.kind.toLowerCase()) ?? raw.kind;
  return parseAs<SentinelEntity>(knownKinds.has(kind) ? knownEntity : otherEntity, { ...raw, kind }, context);
});

/** POST incidents/{name}/entities answers `entities` and counts, not `value` like every other list. */
export const sentinelEntityList = openObject({
  entities: z.array(sentinelEntity),
  metaData: z.array(openObject({ entityKind: z.string(), count: z.number() })).nullish(),
});
export type SentinelEntityList = z.infer<typeof sentinelEntityList>;
