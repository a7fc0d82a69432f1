/** The enumerations that only evidence uses: `microsoft.graph.security`, v1.0, members in the order of the CSDL. */
import { evolvableEnum } from '@/lib/wire/enum-member';

export const graphEvidenceVerdicts = [
  'unknown',
  'suspicious',
  'malicious',
  'noThreatsFound',
  'unknownFutureValue',
] as const;
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
export const graphDeviceRiskScores = ['none', 'informational', 'low', 'medium', 'high', 'unknownFutureValue'] as const;
export const graphDeviceHealthStatuses = [
  'active',
  'inactive',
  'impairedCommunication',
  'noSensorData',
  'noSensorDataImpairedCommunication',
  'unknown',
  'unknownFutureValue',
] as const;
export const graphOnboardingStatuses = [
  'insufficientInfo',
  'onboarded',
  'canBeOnboarded',
  'unsupported',
  'unknownFutureValue',
] as const;
export const graphDefenderAvStatuses = [
  'notReporting',
  'disabled',
  'notUpdated',
  'updated',
  'unknown',
  'notSupported',
  'unknownFutureValue',
] as const;
export const graphDetectionStatuses = ['detected', 'blocked', 'prevented', 'unknownFutureValue'] as const;
export const graphFileHashAlgorithms = ['unknown', 'md5', 'sha1', 'sha256', 'sha256ac', 'unknownFutureValue'] as const;
export const graphServicePrincipalTypes = [
  'unknown',
  'application',
  'managedIdentity',
  'legacy',
  'unknownFutureValue',
] as const;
export const graphVmCloudProviders = ['unknown', 'azure', 'unknownFutureValue'] as const;

export type GraphEvidenceVerdict = (typeof graphEvidenceVerdicts)[number];
export type GraphEvidenceRole = (typeof graphEvidenceRoles)[number];

export const graphEvidenceVerdict = evolvableEnum(graphEvidenceVerdicts);
export const graphEvidenceRemediationStatus = evolvableEnum(graphEvidenceRemediationStatuses);
export const graphEvidenceRole = evolvableEnum(graphEvidenceRoles);
export const graphDeviceRiskScore = evolvableEnum(graphDeviceRiskScores);
export const graphDeviceHealthStatus = evolvableEnum(graphDeviceHealthStatuses);
export const graphOnboardingStatus = evolvableEnum(graphOnboardingStatuses);
export const graphDefenderAvStatus = evolvableEnum(graphDefenderAvStatuses);
export const graphDetectionStatus = evolvableEnum(graphDetectionStatuses);
export const graphFileHashAlgorithm = evolvableEnum(graphFileHashAlgorithms);
export const graphServicePrincipalType = evolvableEnum(graphServicePrincipalTypes);
export const graphVmCloudProvider = evolvableEnum(graphVmCloudProviders);
