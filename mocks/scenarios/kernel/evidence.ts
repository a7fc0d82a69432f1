/** The pieces of evidence alerts carry, made of what exists at Contoso. Shapes: microsoft.graph.security.alertEvidence. */
import type { GraphEvidence, GraphEvidenceOf } from '@/lib/wire/graph-security/evidence';
import type { GraphEvidenceRole } from '@/lib/wire/graph-security/evidence-enums';
import type { AzureResource } from '@/mocks/company/azure';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import type { Place } from '@/mocks/company/sites';
import type { Binary } from '@/mocks/company/telemetry/binaries';
import type { CloudApp } from '@/mocks/company/telemetry/cloud';
import type { RunningProgram } from '@/mocks/company/telemetry/device';
import type { Message } from '@/mocks/company/telemetry/mail';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { iso } from '@/mocks/scenarios/kernel/time';

/** The part an entity played in an alert, and what has been done about it. */
export type Part = {
  readonly at: number;
  readonly verdict?: GraphEvidence['verdict'];
  readonly remediation?: GraphEvidence['remediationStatus'];
  readonly roles?: readonly GraphEvidenceRole[];
  readonly tags?: string[];
};

function base(part: Part) {
  return {
    createdDateTime: iso(part.at),
    verdict: part.verdict ?? 'suspicious',
    remediationStatus: part.remediation ?? 'none',
    remediationStatusDetails: null,
    roles: [...(part.roles ?? [])],
    detailedRoles: [],
    tags: [...(part.tags ?? [])],
  };
}

function account(person: Person) {
  return {
    accountName: person.accountName,
    domainName: tenantIds.domain,
    userSid: person.sid,
    azureAdUserId: person.objectId,
    userPrincipalName: person.upn,
    displayName: person.displayName,
  };
}

export function userEvidence(person: Person, part: Part): GraphEvidenceOf<'userEvidence'> {
  return { '@odata.type': '#microsoft.graph.security.userEvidence', ...base(part), userAccount: account(person) };
}

export function ipEvidence(ip: string, place: Place | null, part: Part): GraphEvidenceOf<'ipEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.ipEvidence',
    ...base(part),
    ipAddress: ip,
    countryLetterCode: place?.countryCode ?? null,
    location: place
      ? {
          city: place.city,
          countryName: place.country,
          state: place.state,
          latitude: place.latitude,
          longitude: place.longitude,
        }
      : null,
  };
}

export function deviceEvidence(device: Device, part: Part): GraphEvidenceOf<'deviceEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.deviceEvidence',
    ...base(part),
    mdeDeviceId: device.deviceId,
    azureAdDeviceId: device.entraDeviceId,
    deviceDnsName: device.dnsName,
    hostName: device.hostName,
    ntDomain: tenantIds.ntDomain,
    dnsDomain: tenantIds.domain,
    osPlatform: device.osPlatform,
    osBuild: device.osBuild,
    version: device.osVersion,
    healthStatus: 'active',
    onboardingStatus: 'onboarded',
    defenderAvStatus: 'updated',
    riskScore: part.verdict === 'malicious' ? 'high' : 'medium',
    rbacGroupName: device.machineGroup,
    firstSeenDateTime: iso(part.at - 120 * 86_400_000),
    lastIpAddress: device.ip,
    lastExternalIpAddress: device.site.egressIp,
    ipInterfaces: [device.ip],
    loggedOnUsers: device.owner ? [{ accountName: device.owner.accountName, domainName: tenantIds.ntDomain }] : [],
  };
}

export function azureEvidence(resource: AzureResource, part: Part): GraphEvidenceOf<'azureResourceEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.azureResourceEvidence',
    ...base(part),
    resourceId: resource.id,
    resourceName: resource.name,
    resourceType: resource.type,
  };
}

export function cloudAppEvidence(app: CloudApp, part: Part): GraphEvidenceOf<'cloudApplicationEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.cloudApplicationEvidence',
    ...base(part),
    appId: app.id,
    displayName: app.name,
    instanceId: 0,
    instanceName: app.name,
    saasAppId: app.id,
  };
}

export function mailboxEvidence(person: Person, part: Part): GraphEvidenceOf<'mailboxEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.mailboxEvidence',
    ...base(part),
    primaryAddress: person.upn,
    displayName: person.displayName,
    upn: person.upn,
    userAccount: account(person),
  };
}

export function messageEvidence(message: Message, part: Part): GraphEvidenceOf<'analyzedMessageEvidence'> {
  const sender = {
    emailAddress: message.senderAddress,
    displayName: message.senderName,
    domainName: message.senderAddress.split('@')[1] ?? '',
  };
  return {
    '@odata.type': '#microsoft.graph.security.analyzedMessageEvidence',
    ...base(part),
    networkMessageId: message.networkMessageId,
    internetMessageId: `<${message.networkMessageId}@${sender.domainName}>`,
    subject: message.subject,
    language: 'en',
    senderIp: message.senderIp,
    recipientEmailAddress: message.recipient.upn,
    antiSpamDirection: 'inbound',
    deliveryAction: message.deliveryAction,
    deliveryLocation: message.deliveryLocation,
    urn: `urn:MailEntity:${message.networkMessageId}`,
    threats: message.threatTypes === '' ? [] : [message.threatTypes],
    threatDetectionMethods: message.threatTypes === '' ? [] : ['URL detonation reputation'],
    urls: [...message.urls],
    urlCount: message.urls.length,
    attachmentsCount: message.attachments.length,
    receivedDateTime: iso(message.at),
    p1Sender: sender,
    p2Sender: sender,
  };
}

export function urlEvidence(url: string, part: Part): GraphEvidenceOf<'urlEvidence'> {
  return { '@odata.type': '#microsoft.graph.security.urlEvidence', ...base(part), url };
}

function fileDetails(file: Binary) {
  const folder = file.folderPath.slice(0, -file.fileName.length - 1);
  return {
    fileName: file.fileName,
    filePath: folder,
    fileSize: file.size,
    sha256: file.sha256,
    sha1: file.sha1,
    md5: file.md5,
    filePublisher: file.vendor === '' ? null : file.vendor,
    signer: null,
    issuer: null,
  };
}

export function fileEvidence(file: Binary, device: Device, part: Part): GraphEvidenceOf<'fileEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.fileEvidence',
    ...base(part),
    mdeDeviceId: device.deviceId,
    detectionStatus: part.remediation === 'prevented' || part.remediation === 'blocked' ? 'prevented' : 'detected',
    fileDetails: fileDetails(file),
  };
}

export type SeenProcess = {
  readonly binary: Binary;
  readonly commandLine: string;
  readonly pid: number;
  readonly startedAt: number;
  readonly parent: Binary;
  readonly parentPid: number;
  readonly parentStartedAt: number;
  readonly person: Person | null;
};

/** A process of a step and the one that started it, as evidence names them. */
export function seenAs(run: RunningProgram, parent: RunningProgram, person: Person | null): SeenProcess {
  const { binary, commandLine, pid, startedAt } = run;
  return {
    binary,
    commandLine,
    pid,
    startedAt,
    parent: parent.binary,
    parentPid: parent.pid,
    parentStartedAt: parent.startedAt,
    person,
  };
}

export function processEvidence(seen: SeenProcess, device: Device, part: Part): GraphEvidenceOf<'processEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.processEvidence',
    ...base(part),
    mdeDeviceId: device.deviceId,
    detectionStatus: 'detected',
    processId: seen.pid,
    processCommandLine: seen.commandLine,
    processCreationDateTime: iso(seen.startedAt),
    parentProcessId: seen.parentPid,
    parentProcessCreationDateTime: iso(seen.parentStartedAt),
    imageFile: fileDetails(seen.binary),
    parentProcessImageFile: fileDetails(seen.parent),
    userAccount: seen.person ? account(seen.person) : null,
  };
}

export function oauthAppEvidence(
  app: { displayName: string; appId: string; publisher: string },
  part: Part,
): GraphEvidenceOf<'oauthApplicationEvidence'> {
  return {
    '@odata.type': '#microsoft.graph.security.oauthApplicationEvidence',
    ...base(part),
    appId: app.appId,
    displayName: app.displayName,
    publisher: app.publisher,
    objectId: app.appId,
  };
}
