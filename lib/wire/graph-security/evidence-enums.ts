/** The enumerations that only evidence uses: `microsoft.graph.security`, v1.0, members in the order of the CSDL. */
import { evolvableEnum } from '@/lib/wire/enum-member';

/** `evidenceVerdict`. */
export const graphEvidenceVerdicts = [
  'unknown',
  'suspicious',
  'malicious',
  'noThreatsFound',
  'unknownFutureValue',
] as const;

/** `evidenceRemediationStatus`. */
export const graphEvidenceRemediationStatuses = [
  'none',
  'remediated',
  'prevented',
  'blocked',
  'notFound',
  'unknownFutureValue',
  'active',
  'pendingApproval',
  'declined',
  'unremediated',
  'running',
  'partiallyRemediated',
] as const;

/** `evidenceRole`: the part that the evidence played in the attack. */
export const graphEvidenceRoles = [
  'unknown',
  'contextual',
  'scanned',
  'source',
  'destination',
  'created',
  'added',
  'compromised',
  'edited',
  'attacked',
  'attacker',
  'commandAndControl',
  'loaded',
  'suspicious',
  'policyViolator',
  'unknownFutureValue',
] as const;

/** `deviceRiskScore`, the lowest first. */
export const graphDeviceRiskScores = ['none', 'informational', 'low', 'medium', 'high', 'unknownFutureValue'] as const;

/** `deviceHealthStatus`: what reaches the service from the device. */
export const graphDeviceHealthStatuses = [
  'active',
  'inactive',
  'impairedCommunication',
  'noSensorData',
  'noSensorDataImpairedCommunication',
  'unknown',
  'unknownFutureValue',
] as const;

/** `onboardingStatus` to Defender for Endpoint. */
export const graphOnboardingStatuses = [
  'insufficientInfo',
  'onboarded',
  'canBeOnboarded',
  'unsupported',
  'unknownFutureValue',
] as const;

/** `defenderAvStatus`. */
export const graphDefenderAvStatuses = [
  'notReporting',
  'disabled',
  'notUpdated',
  'updated',
  'unknown',
  'notSupported',
  'unknownFutureValue',
] as const;

/** `detectionStatus`: what became of the file or process. */
export const graphDetectionStatuses = ['detected', 'blocked', 'prevented', 'unknownFutureValue'] as const;

/** `fileHashAlgorithm`. `sha256ac` is the Authenticode hash. */
export const graphFileHashAlgorithms = ['unknown', 'md5', 'sha1', 'sha256', 'sha256ac', 'unknownFutureValue'] as const;

/** `servicePrincipalType`. */
export const graphServicePrincipalTypes = [
  'unknown',
  'application',
  'managedIdentity',
  'legacy',
  'unknownFutureValue',
] as const;

/** `vmCloudProvider`: the CSDL has a name for Azure only. */
export const graphVmCloudProviders = ['unknown', 'azure', 'unknownFutureValue'] as const;

export type GraphEvidenceVerdict = (typeof graphEvidenceVerdicts)[number];
export type GraphEvidenceRole = (typeof graphEvidenceRoles)[number];

/** `alertEvidence.verdict`. */
export const graphEvidenceVerdict = evolvableEnum(graphEvidenceVerdicts);

/** `alertEvidence.remediationStatus`. */
export const graphEvidenceRemediationStatus = evolvableEnum(graphEvidenceRemediationStatuses);

/** A member of `alertEvidence.roles`. */
export const graphEvidenceRole = evolvableEnum(graphEvidenceRoles);

/** `deviceEvidence.riskScore`. */
export const graphDeviceRiskScore = evolvableEnum(graphDeviceRiskScores);

/** `deviceEvidence.healthStatus`. */
export const graphDeviceHealthStatus = evolvableEnum(graphDeviceHealthStatuses);

/** `deviceEvidence.onboardingStatus`. */
export const graphOnboardingStatus = evolvableEnum(graphOnboardingStatuses);

/** `deviceEvidence.defenderAvStatus`. */
export const graphDefenderAvStatus = evolvableEnum(graphDefenderAvStatuses);

/** `detectionStatus` of file and process evidence. */
export const graphDetectionStatus = evolvableEnum(graphDetectionStatuses);

/** `algorithm` of file hashes. */
export const graphFileHashAlgorithm = evolvableEnum(graphFileHashAlgorithms);

/** `servicePrincipalEvidence.servicePrincipalType`. */
export const graphServicePrincipalType = evolvableEnum(graphServicePrincipalTypes);

/** `vmMetadata.cloudProvider`. */
export const graphVmCloudProvider = evolvableEnum(graphVmCloudProviders);
