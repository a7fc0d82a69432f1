/**
 * The evidence of an alert, told apart by `@odata.type`. The console has words for the types below; every other type
 * passes through whole, so that an analyst still sees it.
 */
import { z } from 'zod';
import { optionalDateTime, optionalInt64, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { evidenceOf, type GraphODataType, nestedEvidence } from '@/lib/wire/graph-security/evidence-base';
import {
  graphDefenderAvStatus,
  graphDetectionStatus,
  graphDeviceHealthStatus,
  graphDeviceRiskScore,
  graphFileHashAlgorithm,
  graphOnboardingStatus,
  graphServicePrincipalType,
} from '@/lib/wire/graph-security/evidence-enums';
import {
  graphEmailSender,
  graphFileDetails,
  graphFileHash,
  graphGeoLocation,
  graphLoggedOnUser,
  graphResourceAccessEvent,
  graphStream,
  graphUserAccount,
  graphVmMetadata,
} from '@/lib/wire/graph-security/evidence-parts';
import { otherEvidence } from '@/lib/wire/graph-security/other-evidence';
import { parseAs } from '@/lib/wire/parse-as';

const userShape = { stream: graphStream.nullish(), userAccount: graphUserAccount.nullish() };
const urlShape = { url: optionalText };
const ipShape = {
  countryLetterCode: optionalText,
  ipAddress: optionalText,
  location: graphGeoLocation.nullish(),
  stream: graphStream.nullish(),
};
const azureResourceShape = { resourceId: optionalText, resourceName: optionalText, resourceType: optionalText };
const fileShape = {
  detectionStatus: graphDetectionStatus.nullish(),
  fileDetails: graphFileDetails.nullish(),
  mdeDeviceId: optionalText,
};
const deviceShape = {
  azureAdDeviceId: optionalText,
  defenderAvStatus: graphDefenderAvStatus.nullish(),
  deviceDnsName: optionalText,
  dnsDomain: optionalText,
  firstSeenDateTime: optionalDateTime,
  healthStatus: graphDeviceHealthStatus.nullish(),
  hostName: optionalText,
  ipInterfaces: optionalTexts,
  lastExternalIpAddress: optionalText,
  lastIpAddress: optionalText,
  loggedOnUsers: z.array(graphLoggedOnUser).nullish(),
  mdeDeviceId: optionalText,
  ntDomain: optionalText,
  onboardingStatus: graphOnboardingStatus.nullish(),
  osBuild: optionalInt64,
  osPlatform: optionalText,
  rbacGroupId: optionalNumber,
  rbacGroupName: optionalText,
  resourceAccessEvents: z.array(graphResourceAccessEvent).nullish(),
  riskScore: graphDeviceRiskScore.nullish(),
  version: optionalText,
  vmMetadata: graphVmMetadata.nullish(),
};
const processShape = {
  detectionStatus: graphDetectionStatus.nullish(),
  imageFile: graphFileDetails.nullish(),
  mdeDeviceId: optionalText,
  parentProcessCreationDateTime: optionalDateTime,
  parentProcessId: optionalInt64,
  parentProcessImageFile: graphFileDetails.nullish(),
  processCommandLine: optionalText,
  processCreationDateTime: optionalDateTime,
  processId: optionalInt64,
  userAccount: graphUserAccount.nullish(),
};
const blobContainerShape = {
  name: optionalText,
  storageResource: nestedEvidence(azureResourceShape),
  url: optionalText,
};

/** The types with fields of their own, in alphabetical order. */
const knownEvidence = z.discriminatedUnion('@odata.type', [
  evidenceOf('analyzedMessageEvidence', {
    antiSpamDirection: optionalText,
    attachmentsCount: optionalInt64,
    deliveryAction: optionalText,
    deliveryLocation: optionalText,
    internetMessageId: optionalText,
    language: optionalText,
    networkMessageId: optionalText,
    p1Sender: graphEmailSender.nullish(),
    p2Sender: graphEmailSender.nullish(),
    receivedDateTime: optionalDateTime,
    recipientEmailAddress: optionalText,
    senderIp: optionalText,
    subject: optionalText,
    threatDetectionMethods: optionalTexts,
    threats: optionalTexts,
    urlCount: optionalInt64,
    urls: optionalTexts,
    urn: optionalText,
  }),
  evidenceOf('azureResourceEvidence', azureResourceShape),
  evidenceOf('blobContainerEvidence', blobContainerShape),
  evidenceOf('blobEvidence', {
    blobContainer: nestedEvidence(blobContainerShape),
    etag: optionalText,
    fileHashes: z.array(graphFileHash).nullish(),
    name: optionalText,
    url: optionalText,
  }),
  evidenceOf('cloudApplicationEvidence', {
    appId: optionalInt64,
    displayName: optionalText,
    instanceId: optionalInt64,
    instanceName: optionalText,
    saasAppId: optionalInt64,
    stream: graphStream.nullish(),
  }),
  evidenceOf('cloudLogonRequestEvidence', { requestId: optionalText }),
  evidenceOf('cloudLogonSessionEvidence', {
    account: nestedEvidence(userShape),
    browser: optionalText,
    deviceName: optionalText,
    operatingSystem: optionalText,
    previousLogonDateTime: optionalDateTime,
    protocol: optionalText,
    sessionId: optionalText,
    startUtcDateTime: optionalDateTime,
    userAgent: optionalText,
  }),
  evidenceOf('deviceEvidence', deviceShape),
  evidenceOf('dnsEvidence', {
    dnsServerIp: nestedEvidence(ipShape),
    domainName: optionalText,
    hostIpAddress: nestedEvidence(ipShape),
    ipAddresses: z.array(nestedEvidence(ipShape)).nullish(),
  }),
  evidenceOf('fileEvidence', fileShape),
  evidenceOf('fileHashEvidence', { algorithm: graphFileHashAlgorithm.nullish(), value: optionalText }),
  evidenceOf('ipEvidence', ipShape),
  evidenceOf('mailboxEvidence', {
    displayName: optionalText,
    primaryAddress: optionalText,
    upn: optionalText,
    userAccount: graphUserAccount.nullish(),
  }),
  evidenceOf('mailClusterEvidence', {
    clusterBy: optionalText,
    clusterByValue: optionalText,
    emailCount: optionalInt64,
    networkMessageIds: optionalTexts,
    query: optionalText,
    urn: optionalText,
  }),
  evidenceOf('malwareEvidence', {
    category: optionalText,
    files: z.array(nestedEvidence(fileShape)).nullish(),
    name: optionalText,
    processes: z.array(nestedEvidence(processShape)).nullish(),
  }),
  evidenceOf('oauthApplicationEvidence', {
    appId: optionalText,
    displayName: optionalText,
    objectId: optionalText,
    publisher: optionalText,
  }),
  evidenceOf('processEvidence', processShape),
  evidenceOf('registryKeyEvidence', { registryHive: optionalText, registryKey: optionalText }),
  evidenceOf('registryValueEvidence', {
    mdeDeviceId: optionalText,
    registryHive: optionalText,
    registryKey: optionalText,
    registryValue: optionalText,
    registryValueName: optionalText,
    registryValueType: optionalText,
  }),
  evidenceOf('securityGroupEvidence', {
    activeDirectoryObjectGuid: optionalText,
    displayName: optionalText,
    distinguishedName: optionalText,
    friendlyName: optionalText,
    securityGroupId: optionalText,
    sid: optionalText,
  }),
  evidenceOf('servicePrincipalEvidence', {
    appId: optionalText,
    appOwnerTenantId: optionalText,
    servicePrincipalName: optionalText,
    servicePrincipalObjectId: optionalText,
    servicePrincipalType: graphServicePrincipalType.nullish(),
    tenantId: optionalText,
  }),
  evidenceOf('submissionMailEvidence', {
    networkMessageId: optionalText,
    recipient: optionalText,
    reportType: optionalText,
    sender: optionalText,
    senderIp: optionalText,
    subject: optionalText,
    submissionDateTime: optionalDateTime,
    submissionId: optionalText,
    submitter: optionalText,
  }),
  evidenceOf('urlEvidence', urlShape),
  evidenceOf('userEvidence', userShape),
]);
type KnownEvidence = z.infer<typeof knownEvidence>;
export type OtherEvidence = z.infer<typeof otherEvidence>;

/** `microsoft.graph.security.alertEvidence` and everything derived from it. */
export type GraphEvidence = KnownEvidence | OtherEvidence;

/** The types with declared fields, as they stand in `@odata.type`. */
export const graphEvidenceTypes = knownEvidence.options.map((option) => option.shape['@odata.type'].value);
const knownTypes = new Set<string>(graphEvidenceTypes);

/** The declared fields of a type, the common ones included. */
export function graphEvidenceFields(type: (typeof graphEvidenceTypes)[number]): string[] {
  const option = knownEvidence.options.find((candidate) => candidate.shape['@odata.type'].value === type);
  return Object.keys(option?.shape ?? {}).filter((name) => name !== '@odata.type');
}

/** A member of `alert.evidence`. A declared type with a field that doesn't fit is refused, not passed through. */
export const graphEvidence = z
  .looseObject({ '@odata.type': z.string() })
  .transform(
    (raw, context): GraphEvidence =>
      parseAs<GraphEvidence>(knownTypes.has(raw['@odata.type']) ? knownEvidence : otherEvidence, raw, context),
  );

/** One kind of evidence by the name of its type: `GraphEvidenceOf<'userEvidence'>`. */
export type GraphEvidenceOf<Name extends string> = Extract<KnownEvidence, { '@odata.type': GraphODataType<Name> }>;
