/** An entity of a Sentinel incident. Its ids are made like those of Graph evidence, so the same user is one entity. */
import type { Entity, EntityKind } from '@/lib/domain/entity/entity';
import { factsOf } from '@/lib/domain/entity/facts';
import { accountLabel, armName, deviceLabel, entityId, firstText } from '@/lib/domain/entity/identity';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';

type Named = { kind: EntityKind; label: string | null; identity?: string | null };

function name(entity: SentinelEntity): Named {
  switch (entity.kind) {
    case 'Account': {
      const { properties } = entity;
      return {
        kind: 'user',
        label: firstText(
          accountLabel({ name: properties.accountName, upnSuffix: properties.upnSuffix, domain: properties.ntDomain }),
          properties.displayName,
          properties.aadUserId,
          properties.sid,
        ),
      };
    }
    case 'Host':
      return {
        kind: 'device',
        label: firstText(
          deviceLabel(entity.properties.hostName, entity.properties.dnsDomain),
          entity.properties.netBiosName,
        ),
      };
    case 'Ip':
      return { kind: 'ip', label: firstText(entity.properties.address) };
    case 'Url':
      return { kind: 'url', label: firstText(entity.properties.url) };
    case 'File':
      return {
        kind: 'file',
        label: firstText(entity.properties.fileName),
        identity: [entity.properties.directory, entity.properties.fileName].filter(Boolean).join('\\'),
      };
    case 'FileHash':
      return { kind: 'file', label: firstText(entity.properties.hashValue) };
    case 'Process':
      return {
        kind: 'process',
        label: firstText(entity.properties.commandLine, entity.properties.processId),
        identity: [entity.properties.hostEntityId, entity.properties.processId, entity.properties.commandLine].join(
          '|',
        ),
      };
    case 'Mailbox':
      return { kind: 'mailbox', label: firstText(entity.properties.mailboxPrimaryAddress, entity.properties.upn) };
    case 'MailMessage':
      return {
        kind: 'email',
        label: firstText(entity.properties.subject, entity.properties.networkMessageId),
        identity: firstText(entity.properties.networkMessageId, entity.properties.internetMessageId),
      };
    case 'CloudApplication':
      return {
        kind: 'cloudApplication',
        label: firstText(entity.properties.appName, entity.properties.appId),
        identity: firstText(entity.properties.appId, entity.properties.appName),
      };
    case 'AzureResource':
      return {
        kind: 'azureResource',
        label: armName(entity.properties.resourceId),
        identity: firstText(entity.properties.resourceId),
      };
    case 'RegistryKey':
      return { kind: 'registry', label: [entity.properties.hive, entity.properties.key].filter(Boolean).join('\\') };
    case 'RegistryValue':
      return { kind: 'registry', label: firstText(entity.properties.valueName) };
    default:
      return { kind: 'other', label: null };
  }
}

export function entityFromSentinel(entity: SentinelEntity): Entity {
  const { kind, label, identity } = name(entity);
  const facts = factsOf(entity.properties, ['friendlyName']);
  if (kind === 'other') facts.unshift({ name: 'type', value: entity.kind });
  const shown = label ?? firstText(entity.properties.friendlyName) ?? entity.name;
  return { kind, id: entityId(kind, identity || shown), label: shown, facts };
}
