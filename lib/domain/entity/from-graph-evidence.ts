/** Evidence of a Graph alert as an entity. Types without words of ours arrive as `other` with all their fields. */
import type { Entity, EntityKind } from '@/lib/domain/entity/entity';
import { factsOf } from '@/lib/domain/entity/facts';
import { accountLabel, armName, deviceLabel, entityId, firstText } from '@/lib/domain/entity/identity';
import type { GraphEvidence, GraphEvidenceOf } from '@/lib/wire/graph-security/evidence';
import type { GraphFileDetails, GraphUserAccount } from '@/lib/wire/graph-security/evidence-parts';

/** What all evidence has; it belongs to the alert, not to the entity. */
const base = [
  'createdDateTime',
  'detailedRoles',
  'remediationStatus',
  'remediationStatusDetails',
  'roles',
  'tags',
  'verdict',
  'stream',
];

type Named = { kind: EntityKind; label: string | null; identity?: string | null };

function userAccount(account: GraphUserAccount | null | undefined): string | null {
  return accountLabel({
    upn: account?.userPrincipalName,
    name: account?.accountName,
    domain: account?.domainName,
  });
}

function user(account: GraphUserAccount | null | undefined): Named {
  return {
    kind: 'user',
    label: firstText(userAccount(account), account?.displayName, account?.azureAdUserId, account?.userSid),
  };
}

function file(details: GraphFileDetails | null | undefined): Named {
  const path = firstText(details?.filePath);
  const name = firstText(details?.fileName);
  return {
    kind: 'file',
    label: firstText(name, details?.sha256, path),
    identity: firstText(details?.sha256, path && name ? `${path}\\${name}` : null, name),
  };
}

function process(evidence: GraphEvidenceOf<'processEvidence'>): Named {
  const image = firstText(evidence.imageFile?.fileName);
  return {
    kind: 'process',
    label: firstText(evidence.processCommandLine, image),
    identity: [
      evidence.mdeDeviceId,
      evidence.processId,
      evidence.processCreationDateTime,
      evidence.processCommandLine ?? image,
    ]
      .map((part) => part ?? '')
      .join('|'),
  };
}

function device(evidence: GraphEvidenceOf<'deviceEvidence'>): Named {
  return {
    kind: 'device',
    label: firstText(evidence.deviceDnsName, deviceLabel(evidence.hostName, evidence.dnsDomain), evidence.mdeDeviceId),
  };
}

function name(evidence: GraphEvidence): Named {
  switch (evidence['@odata.type']) {
    case '#microsoft.graph.security.userEvidence':
      return user(evidence.userAccount);
    case '#microsoft.graph.security.deviceEvidence':
      return device(evidence);
    case '#microsoft.graph.security.ipEvidence':
      return { kind: 'ip', label: firstText(evidence.ipAddress) };
    case '#microsoft.graph.security.urlEvidence':
      return { kind: 'url', label: firstText(evidence.url) };
    case '#microsoft.graph.security.fileEvidence':
      return file(evidence.fileDetails);
    case '#microsoft.graph.security.fileHashEvidence':
      return { kind: 'file', label: firstText(evidence.value) };
    case '#microsoft.graph.security.processEvidence':
      return process(evidence);
    case '#microsoft.graph.security.mailboxEvidence':
      return { kind: 'mailbox', label: firstText(evidence.primaryAddress, evidence.upn, evidence.displayName) };
    case '#microsoft.graph.security.analyzedMessageEvidence':
      return {
        kind: 'email',
        label: firstText(evidence.subject, evidence.networkMessageId),
        identity: firstText(evidence.networkMessageId, evidence.internetMessageId),
      };
    case '#microsoft.graph.security.submissionMailEvidence':
      return { kind: 'email', label: firstText(evidence.subject), identity: firstText(evidence.networkMessageId) };
    case '#microsoft.graph.security.cloudApplicationEvidence':
      return {
        kind: 'cloudApplication',
        label: firstText(evidence.displayName, evidence.appId),
        identity: firstText(evidence.appId, evidence.displayName),
      };
    case '#microsoft.graph.security.oauthApplicationEvidence':
      return {
        kind: 'cloudApplication',
        label: firstText(evidence.displayName, evidence.appId),
        identity: firstText(evidence.appId, evidence.displayName),
      };
    case '#microsoft.graph.security.azureResourceEvidence':
      return {
        kind: 'azureResource',
        label: firstText(evidence.resourceName, armName(evidence.resourceId)),
        identity: firstText(evidence.resourceId, evidence.resourceName),
      };
    case '#microsoft.graph.security.blobContainerEvidence':
      return {
        kind: 'azureResource',
        label: firstText(evidence.name),
        identity: firstText(evidence.url, evidence.name),
      };
    case '#microsoft.graph.security.blobEvidence':
      return {
        kind: 'azureResource',
        label: firstText(evidence.name),
        identity: firstText(evidence.url, evidence.name),
      };
    case '#microsoft.graph.security.registryKeyEvidence':
      return { kind: 'registry', label: [evidence.registryHive, evidence.registryKey].filter(Boolean).join('\\') };
    case '#microsoft.graph.security.registryValueEvidence':
      return {
        kind: 'registry',
        label: [evidence.registryHive, evidence.registryKey, evidence.registryValueName].filter(Boolean).join('\\'),
      };
    default:
      return { kind: 'other', label: null };
  }
}

/** `#microsoft.graph.security.ioTDeviceEvidence` → `ioTDevice`. */
function plainType(type: string): string {
  return type.replace(/^#?microsoft\.graph\.security\./u, '').replace(/Evidence$/u, '');
}

export function entityFromEvidence(evidence: GraphEvidence): Entity {
  const { kind, label, identity } = name(evidence);
  const facts = factsOf(evidence, base);
  if (kind === 'other') facts.unshift({ name: 'type', value: plainType(evidence['@odata.type']) });
  const shown = label ?? facts.find((fact) => fact.name !== 'type')?.value ?? plainType(evidence['@odata.type']);
  return { kind, id: entityId(kind, identity ?? shown), label: shown, facts };
}
