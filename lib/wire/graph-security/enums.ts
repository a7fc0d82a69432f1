/**
 * The enumerations of `microsoft.graph.security`, v1.0, members in the order of the CSDL, which is also their order of
 * arrival in Microsoft's world: whatever stands behind `unknownFutureValue` only comes to clients that send
 * `Prefer: include-unknown-enum-members`.
 * Source: https://graph.microsoft.com/v1.0/$metadata
 */
import { evolvableEnum } from '@/lib/wire/enum-member';

/** `awaitingAction` is set by Defender Experts only. */
export const graphIncidentStatuses = [
  'active',
  'resolved',
  'inProgress',
  'redirected',
  'unknownFutureValue',
  'awaitingAction',
] as const;

/** `alertStatus`. */
export const graphAlertStatuses = ['unknown', 'new', 'inProgress', 'resolved', 'unknownFutureValue'] as const;

/** `alertSeverity`, which incidents share; the mildest first. */
export const graphAlertSeverities = [
  'unknown',
  'informational',
  'low',
  'medium',
  'high',
  'unknownFutureValue',
] as const;

/** `alertClassification`, which incidents share. */
export const graphAlertClassifications = [
  'unknown',
  'falsePositive',
  'truePositive',
  'informationalExpectedActivity',
  'unknownFutureValue',
] as const;
/** `apt` and `securityPersonnel` are no longer offered by the portal; old incidents still carry them. */
export const graphAlertDeterminations = [
  'unknown',
  'apt',
  'malware',
  'securityPersonnel',
  'securityTesting',
  'unwantedSoftware',
  'other',
  'multiStagedAttack',
  'compromisedAccount',
  'phishing',
  'maliciousUserActivity',
  'notMalicious',
  'notEnoughDataToValidate',
  'confirmedActivity',
  'lineOfBusinessApplication',
  'unknownFutureValue',
] as const;

/** `serviceSource`: the product that raised the alert. */
export const graphServiceSources = [
  'unknown',
  'microsoftDefenderForEndpoint',
  'microsoftDefenderForIdentity',
  'microsoftDefenderForCloudApps',
  'microsoftDefenderForOffice365',
  'microsoft365Defender',
  'azureAdIdentityProtection',
  'microsoftAppGovernance',
  'dataLossPrevention',
  'unknownFutureValue',
  'microsoftDefenderForCloud',
  'microsoftSentinel',
  'microsoftInsiderRiskManagement',
  'microsoftThreatIntelligence',
  'microsoftSecurityForAI',
] as const;

/** `detectionSource`: the part of the product that noticed. */
export const graphDetectionSources = [
  'unknown',
  'microsoftDefenderForEndpoint',
  'antivirus',
  'smartScreen',
  'customTi',
  'microsoftDefenderForOffice365',
  'automatedInvestigation',
  'microsoftThreatExperts',
  'customDetection',
  'microsoftDefenderForIdentity',
  'cloudAppSecurity',
  'microsoft365Defender',
  'azureAdIdentityProtection',
  'manual',
  'microsoftDataLossPrevention',
  'appGovernancePolicy',
  'appGovernanceDetection',
  'unknownFutureValue',
  'microsoftDefenderForCloud',
  'microsoftDefenderForIoT',
  'microsoftDefenderForServers',
  'microsoftDefenderForStorage',
  'microsoftDefenderForDNS',
  'microsoftDefenderForDatabases',
  'microsoftDefenderForContainers',
  'microsoftDefenderForNetwork',
  'microsoftDefenderForAppService',
  'microsoftDefenderForKeyVault',
  'microsoftDefenderForResourceManager',
  'microsoftDefenderForApiManagement',
  'nrtAlerts',
  'scheduledAlerts',
  'microsoftDefenderThreatIntelligenceAnalytics',
  'builtInMl',
  'microsoftInsiderRiskManagement',
  'microsoftThreatIntelligence',
  'microsoftDefenderForAIServices',
  'securityCopilot',
  'microsoftSentinel',
] as const;

/** `investigationState` of the automated investigation. */
export const graphInvestigationStates = [
  'unknown',
  'terminated',
  'successfullyRemediated',
  'benign',
  'failed',
  'partiallyRemediated',
  'running',
  'pendingApproval',
  'pendingResource',
  'queued',
  'innerFailure',
  'preexistingAlert',
  'unsupportedOs',
  'unsupportedAlertType',
  'suppressedAlert',
  'partiallyInvestigated',
  'terminatedByUser',
  'terminatedBySystem',
  'unknownFutureValue',
] as const;

export type GraphIncidentStatus = (typeof graphIncidentStatuses)[number];
export type GraphAlertStatus = (typeof graphAlertStatuses)[number];
export type GraphAlertSeverity = (typeof graphAlertSeverities)[number];
export type GraphAlertClassification = (typeof graphAlertClassifications)[number];
export type GraphAlertDetermination = (typeof graphAlertDeterminations)[number];
export type GraphServiceSource = (typeof graphServiceSources)[number];
export type GraphDetectionSource = (typeof graphDetectionSources)[number];

/** `incident.status`. An `unknownFutureValue` may also be one this code hasn't heard of, here and below. */
export const graphIncidentStatus = evolvableEnum(graphIncidentStatuses);

/** `alert.status`. */
export const graphAlertStatus = evolvableEnum(graphAlertStatuses);

/** `alert.severity` and `incident.severity`. */
export const graphAlertSeverity = evolvableEnum(graphAlertSeverities);

/** `alert.classification` and `incident.classification`. */
export const graphAlertClassification = evolvableEnum(graphAlertClassifications);

/** `alert.determination` and `incident.determination`. */
export const graphAlertDetermination = evolvableEnum(graphAlertDeterminations);

/** `alert.serviceSource`. */
export const graphServiceSource = evolvableEnum(graphServiceSources);

/** `alert.detectionSource`. */
export const graphDetectionSource = evolvableEnum(graphDetectionSources);

/** `alert.investigationState`. */
export const graphInvestigationState = evolvableEnum(graphInvestigationStates);
