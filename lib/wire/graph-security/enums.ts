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
export const graphAlertStatuses = ['unknown', 'new', 'inProgress', 'resolved', 'unknownFutureValue'] as const;
export const graphAlertSeverities = [
  'unknown',
  'informational',
  'low',
  'medium',
  'high',
  'unknownFutureValue',
] as const;
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

export const graphIncidentStatus = evolvableEnum(graphIncidentStatuses);
export const graphAlertStatus = evolvableEnum(graphAlertStatuses);
export const graphAlertSeverity = evolvableEnum(graphAlertSeverities);
export const graphAlertClassification = evolvableEnum(graphAlertClassifications);
export const graphAlertDetermination = evolvableEnum(graphAlertDeterminations);
export const graphServiceSource = evolvableEnum(graphServiceSources);
export const graphDetectionSource = evolvableEnum(graphDetectionSources);
export const graphInvestigationState = evolvableEnum(graphInvestigationStates);
